package dev.linchpin.app;

import dev.linchpin.labelling.Labeller;
import dev.linchpin.labelling.LabellingRules;
import dev.linchpin.labelling.LabellingSettings;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.wire.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The labelling role. */
@Command(
    name = "label",
    description =
        "Joins ablations with the scores of their steps, writes labels and evaluates every probe"
            + " version against them, until it is stopped. Labellers with one application id share"
            + " the work. Metrics are served at /q/metrics, health at /q/health (port:"
            + " QUARKUS_HTTP_PORT, 8083 unless set).",
    mixinStandardHelpOptions = true)
final class LabelCommand implements Callable<Integer> {
  private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

  @Inject MeterRegistry meters;

  @Spec private CommandSpec spec;

  @Mixin private StreamsOptions streams;

  @Option(
      names = "--application-id",
      paramLabel = "ID",
      defaultValue = "linchpin-labels",
      description = "Names the group of labellers that share the work (default ${DEFAULT-VALUE}).")
  private String applicationId;

  @Option(
      names = "--retention",
      paramLabel = "DURATION",
      defaultValue = "P7D",
      description =
          "How long a chain waits for its ablation or its scores, in the time of the records, such"
              + " as P2D or PT12H (default ${DEFAULT-VALUE}).")
  private Duration retention;

  @Option(
      names = "--window",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "On how many of the latest labels and scores quality is computed (default"
              + " ${DEFAULT-VALUE}).")
  private int window;

  @Option(
      names = "--method",
      defaultValue = "INFLUENCE",
      description =
          "Whose ablations are labels: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private AblationMethod method;

  @Option(
      names = "--measure",
      defaultValue = "WORST_STEP",
      description =
          "Whose ablations are labels: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private AttainabilityMeasure measure;

  @Override
  public Integer call() throws InterruptedException {
    LabellingSettings settings = settings();
    Topics topics = streams.cluster().topics();
    try (Labeller labeller = new Labeller(settings, topics, meters, Clock.systemUTC())) {
      labeller.start();
      labeller.awaitRunning(START_TIMEOUT);
      spec.commandLine().getErr().println("labelling " + topics.scores().name());
      spec.commandLine().getErr().flush();
      Quarkus.waitForExit();
    }
    return 0;
  }

  private LabellingSettings settings() {
    try {
      return new LabellingSettings(applicationId, streams.client(), streams.threads(), rules());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private LabellingRules rules() {
    LabellingRules rules = LabellingRules.DEFAULT;
    return new LabellingRules(
        method, measure, retention, window, rules.evaluationInterval(), rules.alarms());
  }
}
