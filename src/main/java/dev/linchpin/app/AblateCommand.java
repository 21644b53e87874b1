package dev.linchpin.app;

import dev.linchpin.ablation.Ablation;
import dev.linchpin.ablation.AblationWorker;
import dev.linchpin.ablation.Elicitation;
import dev.linchpin.ablation.WorkerSettings;
import dev.linchpin.app.cluster.ClusterOptions;
import dev.linchpin.app.cluster.ElicitationOptions;
import dev.linchpin.app.cluster.Posts;
import dev.linchpin.app.cluster.ReasonerOption;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.node.NodeNames;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.wire.ChainAblated.Settings;
import dev.linchpin.wire.Cluster;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The ablation role. */
@Command(
    name = "ablate",
    description =
        "Takes finished chains apart to see which of their steps the model needs, and puts what it"
            + " finds on `ablations`, until it is stopped. Workers that ask the same model in the"
            + " same way share the chains. Needs chains with an answer key and with their text."
            + " Metrics are served at /q/metrics (port: QUARKUS_HTTP_PORT, 8082 unless set).",
    mixinStandardHelpOptions = true)
final class AblateCommand implements Callable<Integer> {

  @Inject MeterRegistry meters;

  @Spec private CommandSpec spec;

  @Mixin private ClusterOptions cluster;

  @Mixin private ReasonerOption model;

  @Option(
      names = "--method",
      defaultValue = "INFLUENCE",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private AblationMethod method;

  @Option(
      names = "--measure",
      defaultValue = "WORST_STEP",
      description =
          "What has to stay as likely as it was: ${COMPLETION-CANDIDATES}; the paper takes the mean"
              + " (default ${DEFAULT-VALUE}).")
  private AttainabilityMeasure measure;

  @Option(
      names = "--completions",
      paramLabel = "K",
      defaultValue = "5",
      description = "Answers drawn for every question (default ${DEFAULT-VALUE}).")
  private int completions;

  @Option(
      names = "--temperature",
      defaultValue = "0.6",
      description = "Of these answers (default ${DEFAULT-VALUE}).")
  private double temperature;

  @Option(
      names = "--top-p",
      defaultValue = "0.95",
      description = "Nucleus mass of these answers (default ${DEFAULT-VALUE}).")
  private double topP;

  @Option(
      names = "--sufficiency",
      defaultValue = "0.8",
      description = "Share of them that has to be right (default ${DEFAULT-VALUE}).")
  private double sufficiency;

  @Option(
      names = "--attainability",
      defaultValue = "0.8",
      description = "Attainability demanded of what is left (default ${DEFAULT-VALUE}).")
  private double attainability;

  @Mixin private ElicitationOptions elicitation;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of answers and random orders (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--group",
      paramLabel = "ID",
      description = "Workers of one group share the chains (default: by model, method, measure).")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "Chains taken apart at once (default ${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--node",
      paramLabel = "NAME",
      description =
          "What the worker calls itself in its reports (default: the host's name and four random"
              + " digits).")
  private Optional<String> node = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = settings();
    Elicitation asking = elicitation.elicitation();
    Posts.require(cluster.client(), cluster.topics().ablations());
    try (CausalLm lm = CausalLm.load(model.folder())) {
      Ablation ablation = new Ablation(lm, settings, asking);
      AblationWorker worker =
          new AblationWorker(
              ablation,
              new Cluster(cluster.client(), cluster.topics()),
              worker(lm.fingerprint(), settings),
              meters,
              Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(worker)));
      spec.commandLine().getErr().println("taking apart " + cluster.topics().chains().name());
      spec.commandLine().getErr().flush();
      worker.run();
    }
    return 0;
  }

  private static void stop(AblationWorker worker) {
    try {
      worker.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Settings settings() {
    try {
      return new Settings(
          method, measure, completions, temperature, topP, seed, sufficiency, attainability);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private WorkerSettings worker(String fingerprint, Settings settings) {
    try {
      return new WorkerSettings(
          group.orElseGet(() -> WorkerSettings.defaultGroup(fingerprint, settings)),
          workers,
          WorkerSettings.DEFAULT_PATIENCE,
          node.orElseGet(NodeNames::ofThisHost));
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
