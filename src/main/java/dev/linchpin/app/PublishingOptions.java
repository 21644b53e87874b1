package dev.linchpin.app;

import dev.linchpin.app.cluster.ClaimStoreOption;
import dev.linchpin.inference.EdgeProfile;
import dev.linchpin.inference.OutboxSettings;
import dev.linchpin.inference.RecordProfile;
import dev.linchpin.inference.SampledChains;
import dev.linchpin.inference.TextPolicy;
import dev.linchpin.inference.WhenFull;
import dev.linchpin.probe.PackedRelease;
import dev.linchpin.wire.WireFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
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

  @Option(
      names = "--pack",
      description = "Pack activations: their bytes ordered by place, then zstd.")
  private boolean pack;

  @Mixin private ClaimStoreOption claimStore;

  @Option(
      names = "--claim-above",
      paramLabel = "BYTES",
      description =
          "Write tensors of more bytes to --claim-store; their records say where (default: none).")
  private Optional<Long> claimAbove = Optional.empty();

  @Option(
      names = "--edge",
      description =
          "Apply the first layer of the model's champion here and send what it gives (128 numbers,"
              + " as a rule) instead of the tensor.")
  private boolean edge;

  @Option(
      names = "--sample-share",
      paramLabel = "S",
      defaultValue = "0.05",
      description =
          "With --edge: the share of chains whose tensors are sent in full, for training (default"
              + " ${DEFAULT-VALUE}).")
  private double sampleShare;

  boolean isEdge() {
    return edge;
  }

  /** How steps' activations go out; {@code champion} is asked only with {@code --edge}. */
  RecordProfile profile(Supplier<Optional<PackedRelease>> champion) {
    RecordProfile full = pack ? RecordProfile.PACKED : RecordProfile.PLAIN;
    return edge ? new EdgeProfile(champion, sampled(), full) : full;
  }

  private SampledChains sampled() {
    try {
      return new SampledChains(sampleShare);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--sample-share: " + e.getMessage());
    }
  }

  /** Settings of Kafka's clients with those of the claim check. */
  Map<String, Object> withClaims(Map<String, ?> client) {
    if (claimAbove.isPresent() && !claimStore.isGiven()) {
      throw new ParameterException(spec.commandLine(), "--claim-above needs --claim-store");
    }
    if (claimAbove.filter(bytes -> bytes < 0).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--claim-above: expected 0 or more, got " + claimAbove.get());
    }
    Map<String, Object> settings = claimStore.addTo(client);
    claimAbove.ifPresent(bytes -> settings.put(WireFormat.CLAIM_ABOVE, Long.toString(bytes)));
    return settings;
  }

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
