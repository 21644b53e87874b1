package dev.linchpin.app.train;

import dev.linchpin.probe.LayerView;
import dev.linchpin.training.FlagPrecision;
import dev.linchpin.training.FollowerSettings;
import dev.linchpin.training.Hyperparameters;
import dev.linchpin.training.ProbeKind;
import dev.linchpin.training.PromotionGate;
import dev.linchpin.training.RetrainPolicy;
import dev.linchpin.training.TrainingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say what is trained, how, and when. */
final class FollowerOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--of-model",
      paramLabel = "NAME",
      description = "Train for this model (default: the one whose activations come first).")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--name",
      defaultValue = "layerwise",
      description = "Name of the probes (default ${DEFAULT-VALUE}).")
  private String name;

  @Option(
      names = "--kind",
      defaultValue = "MLP",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private ProbeKind kind;

  @Option(
      names = "--view",
      defaultValue = "LAYERWISE",
      description =
          "What it makes of the layers: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private LayerView view;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      defaultValue = "128",
      description = "Hidden units of an MLP (default ${DEFAULT-VALUE}).")
  private int hidden;

  @Option(
      names = "--learning-rate",
      defaultValue = "3e-4",
      description = "At the start of its cosine (default ${DEFAULT-VALUE}).")
  private float learningRate;

  @Option(
      names = "--weight-decay",
      defaultValue = "1e-4",
      description = "Decoupled (default ${DEFAULT-VALUE}).")
  private float weightDecay;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "32",
      description = "Steps per update (default ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "30",
      description = "Passes over the balanced training side (default ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--precision",
      paramLabel = "P",
      defaultValue = "0.9",
      description = "Precision asked of both kinds of flags, in (0, 1] (default ${DEFAULT-VALUE}).")
  private double precision;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of split, weights and bootstrap (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--fewest-labels",
      paramLabel = "N",
      defaultValue = "200",
      description = "No training with fewer labels (default ${DEFAULT-VALUE}).")
  private int fewestLabels;

  @Option(
      names = "--every-labels",
      paramLabel = "N",
      defaultValue = "500",
      description = "Train again after so many new labels (default ${DEFAULT-VALUE}).")
  private int everyLabels;

  @Option(
      names = "--every",
      paramLabel = "DURATION",
      description = "Train again after this time, such as PT6H.")
  private Optional<Duration> every = Optional.empty();

  @Option(
      names = "--when-auroc-below",
      paramLabel = "A",
      description = "Train again when the champion's rolling AUROC falls below this.")
  private Optional<Double> aurocBelow = Optional.empty();

  @Option(
      names = "--gate-chains",
      paramLabel = "N",
      defaultValue = "30",
      description = "No promotion on fewer chains (default ${DEFAULT-VALUE}).")
  private int gateChains;

  @Option(
      names = "--gate-most-chains",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "Retire a challenger that is not better after so many (default ${DEFAULT-VALUE}).")
  private int gateMostChains;

  @Option(
      names = "--gate-calibration",
      paramLabel = "E",
      defaultValue = "0.02",
      description =
          "How much larger its calibration error may be, beyond doubt (default ${DEFAULT-VALUE}).")
  private double gateCalibration;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Where activations that were read back are kept while it runs (default: a temporary"
              + " folder).")
  private Optional<Path> cache = Optional.empty();

  FollowerSettings settings() {
    try {
      return new FollowerSettings(
          model,
          name,
          view,
          new TrainingSettings(
              kind,
              new Hyperparameters(hidden, learningRate, weightDecay, batch, epochs),
              new FlagPrecision(precision, precision),
              seed),
          policy(),
          new PromotionGate.Settings(gateChains, gateMostChains, gateCalibration, seed),
          cache.orElseGet(FollowerOptions::temporaryFolder));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private RetrainPolicy policy() {
    OptionalDouble bound = aurocBelow.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    return new RetrainPolicy(fewestLabels, everyLabels, every, bound);
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("linchpin-train-");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
  }
}
