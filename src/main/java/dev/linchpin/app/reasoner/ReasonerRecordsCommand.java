package dev.linchpin.app.reasoner;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.LayerSelection;
import dev.linchpin.activation.Pooling;
import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.app.cluster.ReasonerOption;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.inference.CheckpointModel;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.study.Problems;
import dev.linchpin.study.Subject;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What each form of a record weighs, takes and costs in accuracy. */
@Command(
    name = "records",
    description =
        "Sends the reference reasoner's steps through every form of a record: bytes, times, and what"
            + " is lost of a probe's scores. Times and bytes also for made-up activations of a 7B"
            + " model's size.",
    mixinStandardHelpOptions = true)
final class ReasonerRecordsCommand implements Runnable {
  private static final int LARGE_STEPS = 16;

  @Spec private CommandSpec spec;

  @Mixin private ReasonerOption model;

  @Option(
      names = "--chains",
      paramLabel = "N",
      defaultValue = "1500",
      description = "Chains to sample (default ${DEFAULT-VALUE}).")
  private int chains;

  @Option(
      names = "--layers",
      paramLabel = "N",
      split = ",",
      defaultValue = "2,4",
      description = "The selection of layers (default ${DEFAULT-VALUE}).")
  private List<Integer> layers;

  @Option(
      names = "--seed",
      defaultValue = "17",
      description = "Seed of puzzles, sampling and training (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Print JSON lines.")
  private boolean json;

  /**
   * A line of the table.
   *
   * @param form its name
   * @param reasoner cost for the reasoner's steps
   * @param large cost for those of a 7B model's size
   * @param accuracy on the reasoner's steps
   */
  record Line(String form, RecordCost reasoner, RecordCost large, RecordAccuracy accuracy) {}

  @Override
  public void run() {
    LayerSelection some = selection();
    try (TemporaryFolder folder = TemporaryFolder.create();
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.path());
        EmbeddedRegistry registry = EmbeddedRegistry.start(kafka.bootstrapServers());
        Subject reasoner = Subject.reasoner(model.folder())) {
      WireFormat wire = new WireFormat(Map.of("schema.registry.url", registry.url()));
      measure(reasoner, some, wire.serde(Topics.DEFAULT.activations()));
    }
  }

  private void measure(Subject reasoner, LayerSelection some, Serde<ActivationsEvent> serde) {
    CheckpointModel lm = reasoner.model();
    CaptureShape all = new CaptureShape(lm.layers(), lm.hidden(), Pooling.MEAN);
    requireLayers(some, all);
    Progress progress = new Progress(spec.commandLine().getErr());
    RecordStudy study =
        new RecordStudy(
            reasoner.sampled(
                Problems.puzzles(chains, seed), seed, Pooling.MEAN, progress.of("chains", chains)),
            lm,
            all,
            serde,
            seed);
    List<RecordForm> large = RecordForm.all(LargeModel.SOME);
    List<float[]> largeSteps = LargeModel.steps(LARGE_STEPS, seed);
    printHead(study.testSteps().size());
    List<RecordForm> forms = RecordForm.all(some);
    for (int i = 0; i < forms.size(); i++) {
      RecordForm form = forms.get(i);
      print(
          new Line(
              form.name(),
              RecordCost.of(study.codec(form), study.testSteps()),
              RecordCost.of(largeCodec(large.get(i), serde), largeSteps),
              study.accuracy(form)));
    }
  }

  private static RecordCodec largeCodec(RecordForm form, Serde<ActivationsEvent> serde) {
    return new RecordCodec(form, LargeModel.SHAPE, LargeModel.probe(form.layers()), serde);
  }

  private LayerSelection selection() {
    if (chains < 1) {
      throw wrong("--chains: expected at least 1");
    }
    try {
      return LayerSelection.of(layers);
    } catch (IllegalArgumentException e) {
      throw wrong("--layers: " + e.getMessage());
    }
  }

  private void requireLayers(LayerSelection some, CaptureShape all) {
    try {
      some.shape(all.layers(), all.hidden(), all.pooling());
    } catch (IllegalArgumentException e) {
      throw wrong("--layers: " + e.getMessage());
    }
  }

  private void printHead(int steps) {
    if (!json) {
      say("%d test steps; bytes a record, µs to encode and decode", steps);
      say(
          "%-22s %8s %7s %7s   %8s %7s %7s   %8s %8s %8s  %s",
          "",
          "reasoner",
          "encode",
          "decode",
          "28x3584",
          "encode",
          "decode",
          "max d",
          "mean d",
          "verdicts",
          "AUROC (95 %)");
    }
  }

  private void print(Line line) {
    if (json) {
      say("%s", JsonLine.of(line));
      return;
    }
    RecordAccuracy accuracy = line.accuracy();
    say(
        "%-22s %s   %s   %8.5f %8.5f %6.2f %%  %.4f (%.4f to %.4f)",
        line.form(),
        cost(line.reasoner()),
        cost(line.large()),
        accuracy.maxDelta(),
        accuracy.meanDelta(),
        100 * accuracy.changedVerdicts(),
        accuracy.auroc(),
        accuracy.auroc95().low(),
        accuracy.auroc95().high());
  }

  private static String cost(RecordCost cost) {
    return String.format(
        Locale.ROOT, "%8.0f %7.1f %7.1f", cost.bytes(), cost.encodeMicros(), cost.decodeMicros());
  }

  private void say(String format, Object... values) {
    spec.commandLine().getOut().println(String.format(Locale.ROOT, format, values));
    spec.commandLine().getOut().flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
