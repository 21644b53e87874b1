package dev.linchpin.app;

import dev.linchpin.inference.OutboxSettings;
import dev.linchpin.inference.TextPolicy;
import dev.linchpin.inference.WhenFull;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say how chains go to the cluster. */
final class PublishingOptions {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--buffer-bytes",
      paramLabel = "N",
      description = "Most bytes that wait for the cluster (default ${DEFAULT-VALUE}).")
  private long bufferBytes = OutboxSettings.DEFAULT_BUFFER_BYTES;

  @Option(
      names = "--when-full",
      paramLabel = "POLICY",
      defaultValue = "block",
      converter = WhenFullConverter.class,
      description =
          "block: generation waits; drop-activations: activations are dropped, steps are kept"
              + " (default ${DEFAULT-VALUE}).")
  private WhenFull whenFull;

  @Option(
      names = "--withhold-text",
      description = "Publish no text: neither prompt nor steps nor answer.")
  private boolean withholdText;

  /** How much may wait for the cluster. */
  OutboxSettings outbox() {
    try {
      return new OutboxSettings(bufferBytes, whenFull);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--buffer-bytes: " + e.getMessage(), e);
    }
  }

  TextPolicy text() {
    return withholdText ? TextPolicy.WITHHOLD : TextPolicy.PUBLISH;
  }

  /** Reads {@code drop-activations}. */
  static final class WhenFullConverter extends ChoiceConverter<WhenFull> {
    WhenFullConverter() {
      super(WhenFull.class);
    }
  }
}
