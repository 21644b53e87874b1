package dev.linchpin.app.cluster;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option that names a reference reasoner. */
public final class ReasonerOption {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "A trained reasoner (default: the bundled one).")
  private Optional<Path> model = Optional.empty();

  /** The reasoner's folder. */
  public Path folder() {
    return model.or(BundledModel::find).orElseThrow(this::missing);
  }

  private ParameterException missing() {
    return new ParameterException(
        spec.commandLine(), "no bundled reasoner found; name one with --model");
  }
}
