package dev.linchpin.app.reasoner;

import dev.linchpin.ablation.Ablation;
import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.app.cluster.ClusterOptions;
import dev.linchpin.app.cluster.Posts;
import dev.linchpin.app.cluster.ReasonerOption;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.inference.CheckpointModel;
import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.study.Casework;
import dev.linchpin.study.LabelStudy;
import dev.linchpin.study.LabelStudy.Agreement;
import dev.linchpin.study.LabelStudy.Studied;
import dev.linchpin.study.ObservedChain;
import dev.linchpin.study.Problems;
import dev.linchpin.study.Subject;
import dev.linchpin.study.Way;
import dev.linchpin.training.FlagPrecision;
import dev.linchpin.training.Hyperparameters;
import dev.linchpin.training.ProbeKind;
import dev.linchpin.training.TestFigures;
import dev.linchpin.training.TrainedProbe;
import dev.linchpin.training.TrainingSettings;
import dev.linchpin.wire.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
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

/** The first probe. */
@Command(
    name = "probe",
    description =
        "Lets the reference reasoner solve puzzles, takes its chains apart to see which steps they"
            + " need, trains a probe on the activations, holds it against what can be told without"
            + " them, and publishes it to the cluster or writes it to a folder.",
    mixinStandardHelpOptions = true)
final class ReasonerProbeCommand implements Runnable {
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
      names = "--method",
      defaultValue = "INFLUENCE",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private AblationMethod method;

  @Option(
      names = "--measure",
      defaultValue = "WORST_STEP",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private AttainabilityMeasure measure;

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
    try (Subject reasoner = Subject.reasoner(model.folder())) {
      TrainingSettings settings = new TrainingSettings(kind, Hyperparameters.PAPER, asked, seed);
      ProbeStudy study = new ProbeStudy(studied(reasoner, progress), reasoner, settings);
      TrainedProbe trained = study.train(progress::epoch);
      print(study, trained.report());
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

  private List<Studied> studied(Subject reasoner, Progress progress) {
    List<ObservedChain> observed =
        reasoner.sampled(
            Problems.puzzles(chains, seed), seed, pooling, progress.of("chains", chains));
    Ablation ablation = reasoner.ablation(new Way(method, measure), Casework.ATTAINABILITY, seed);
    List<Studied> studied =
        LabelStudy.study(observed, ablation, progress.of("chains taken apart", chains));
    print(studied);
    return studied;
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
      Cluster where = new Cluster(cluster.client(), cluster.topics());
      try (ProbeCatalogue catalogue = new ProbeCatalogue(where, Clock.systemUTC())) {
        catalogue.publishChampion(release);
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

  private void print(List<Studied> studied) {
    Agreement truth = Agreement.of(studied);
    say(
        "%d of %d chains labelled; %d computing steps agree with the true graph by %.3f",
        studied.stream().filter(Studied::labelled).count(),
        studied.size(),
        truth.labelled(),
        truth.share());
  }

  private void print(ProbeStudy study, TrainedProbe.Report report) {
    say("all %d labelled steps; train %s, test %s", study.size(), report.train(), report.test());
    say("%-30s %-24s %s", "", "AUROC", "balanced accuracy");
    print("activations", report.figures());
    study.baselines().forEach(this::print);
    say("computing steps alone, which look alike");
    study.onComputingSteps().forEach(this::print);
    report.metrics().forEach((figure, value) -> say("  %-26s %.4f", figure, value));
  }

  private void print(String name, TestFigures figures) {
    say(
        "  %-28s %.3f (%.3f to %.3f)   %.3f (%.3f to %.3f)",
        name,
        figures.auroc(),
        figures.auroc95().low(),
        figures.auroc95().high(),
        figures.half().balancedAccuracy(),
        figures.balancedAccuracy95().low(),
        figures.balancedAccuracy95().high());
  }

  private void say(String format, Object... values) {
    spec.commandLine().getOut().println(String.format(Locale.ROOT, format, values));
    spec.commandLine().getOut().flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
