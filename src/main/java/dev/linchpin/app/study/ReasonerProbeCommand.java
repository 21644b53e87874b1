package dev.linchpin.app.study;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.app.cluster.ClusterOptions;
import dev.linchpin.app.cluster.Posts;
import dev.linchpin.app.cluster.ReasonerOption;
import dev.linchpin.inference.CheckpointModel;
import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.reasoner.Puzzle;
import dev.linchpin.training.ChainSplit;
import dev.linchpin.training.FlagPrecision;
import dev.linchpin.training.Hyperparameters;
import dev.linchpin.training.ProbeKind;
import dev.linchpin.training.ProbeTrainer;
import dev.linchpin.training.TrainedProbe;
import dev.linchpin.training.TrainingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The first probe, from labels by plain removal. */
@Command(
    name = "probe",
    description =
        "Lets the reference reasoner solve puzzles, takes its steps out one by one to see which it"
            + " needs, trains a probe on the activations, and publishes it to the cluster or writes"
            + " it to a folder.",
    mixinStandardHelpOptions = true)
final class ReasonerProbeCommand implements Runnable {
  private static final double TEMPERATURE = 0.6;
  private static final double TOP_P = 0.95;

  @Spec private CommandSpec spec;

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the probe to this folder as safetensors and a JSON card.")
  private Optional<Path> out = Optional.empty();

  @Mixin private ReasonerOption model;

  @Option(
      names = "--chains",
      paramLabel = "N",
      defaultValue = "1500",
      description = "Chains to generate (default ${DEFAULT-VALUE}).")
  private int chains;

  @Option(
      names = "--pooling",
      defaultValue = "MEAN",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private Pooling pooling;

  @Option(
      names = "--kind",
      defaultValue = "MLP",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private ProbeKind kind;

  @Option(
      names = "--name",
      defaultValue = "layerwise",
      description = "Name of the probe (default ${DEFAULT-VALUE}).")
  private String name;

  @Option(
      names = "--probe-version",
      paramLabel = "V",
      defaultValue = "1",
      description = "Version of the probe, from 1 (default ${DEFAULT-VALUE}).")
  private int version;

  @Option(
      names = "--precision",
      paramLabel = "P",
      defaultValue = "0.9",
      description = "Precision asked of both kinds of flags, in (0, 1] (default ${DEFAULT-VALUE}).")
  private double precision;

  @Option(
      names = "--seed",
      defaultValue = "11",
      description = "Seed of puzzles, sampling and training (default ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public void run() {
    if (out.isEmpty() && !cluster.isGiven()) {
      throw wrong("expected --out DIR or a cluster (--bootstrap-servers, --schema-registry-url)");
    }
    if (chains < 1 || version < 1) {
      throw wrong("--chains and --probe-version: expected at least 1");
    }
    FlagPrecision asked = precision();
    if (cluster.isGiven()) {
      Posts.require(cluster.client(), cluster.topics().probes());
    }
    Progress progress = new Progress(spec.commandLine().getErr());
    try (ReasonerUnderStudy reasoner = ReasonerUnderStudy.load(model.folder())) {
      FirstLabels labels = labels(reasoner, progress);
      print(labels);
      TrainedProbe trained = train(labels, asked, progress);
      print(trained.report());
      deliver(release(trained, reasoner.model()));
    }
  }

  private FlagPrecision precision() {
    try {
      return new FlagPrecision(precision, precision);
    } catch (IllegalArgumentException e) {
      throw wrong("--precision: " + e.getMessage());
    }
  }

  private FirstLabels labels(ReasonerUnderStudy reasoner, Progress progress) {
    List<Puzzle> puzzles = ReasonerUnderStudy.puzzles(chains, seed);
    List<ObservedChain> observed =
        reasoner
            .observer(pooling, progress.of("chains", chains))
            .observe(puzzles, TEMPERATURE, TOP_P, seed);
    return FirstLabels.of(
        observed, reasoner.leaveOneOut(), progress.of("chains taken apart", chains));
  }

  private TrainedProbe train(FirstLabels labels, FlagPrecision asked, Progress progress) {
    TrainingSettings settings = new TrainingSettings(kind, Hyperparameters.PAPER, asked, seed);
    ProbeTrainer trainer =
        new ProbeTrainer(
            settings,
            epoch ->
                progress.say(
                    "epoch %d of %d: loss %.3f, validation AUROC %.3f"
                        .formatted(
                            epoch.epoch(),
                            epoch.epochs(),
                            epoch.trainLoss(),
                            epoch.validationAuroc())));
    return trainer.train(ChainSplit.of(labels.steps(), seed));
  }

  private ProbeRelease release(TrainedProbe trained, CheckpointModel model) {
    return new ProbeRelease(
        new ProbeId(model.name(), name, version),
        model.fingerprint(),
        ProbeInput.layerwise(new CaptureShape(model.layers(), model.hidden(), pooling)),
        trained.probe(),
        trained.calibration(),
        trained.thresholds(),
        trained.report().metrics(),
        Optional.of(trained.reference()),
        ProbeLifecycle.firstChampion(Instant.now().truncatedTo(ChronoUnit.MICROS)));
  }

  private void deliver(ProbeRelease release) {
    out.ifPresent(folder -> save(release, folder));
    if (cluster.isGiven()) {
      try (Posts posts = new Posts(cluster.client(), cluster.topics())) {
        posts.publish(release);
      }
      say("published %s", release.id().key());
    }
  }

  private void save(ProbeRelease release, Path folder) {
    try {
      ProbeFiles.save(release, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the probe to " + folder, e);
    }
    say("wrote %s", folder);
  }

  private void print(FirstLabels labels) {
    say(
        "labels: %d steps; left out %d chains that were wrong and %d that were not needed",
        labels.steps().size(), labels.insufficient(), labels.unnecessary());
    FirstLabels.Agreement truth = labels.againstTruth();
    say(
        "computing steps against the true graph: agreement %.3f, precision %.3f, recall %.3f",
        truth.share(), truth.precision(), truth.recall());
  }

  private void print(TrainedProbe.Report report) {
    say("train %s", report.train());
    say("validation %s", report.validation());
    say("test %s", report.test());
    report.metrics().forEach((figure, value) -> say("  %-22s %.4f", figure, value));
  }

  private void say(String format, Object... values) {
    spec.commandLine().getOut().println(String.format(Locale.ROOT, format, values));
    spec.commandLine().getOut().flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
