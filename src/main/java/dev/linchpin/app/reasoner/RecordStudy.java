package dev.linchpin.app.reasoner;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.LayerReduction;
import dev.linchpin.activation.LayerSelection;
import dev.linchpin.app.reasoner.RecordAccuracy.Chains;
import dev.linchpin.inference.CheckpointModel;
import dev.linchpin.probe.LayerView;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.quality.Predictions;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.study.ObservedChain;
import dev.linchpin.study.ObservedStep;
import dev.linchpin.training.ChainSplit;
import dev.linchpin.training.Examples;
import dev.linchpin.training.LabelledStep;
import dev.linchpin.training.ProbeKind;
import dev.linchpin.training.ProbeTrainer;
import dev.linchpin.training.TrainedProbe;
import dev.linchpin.training.TrainingListener;
import dev.linchpin.training.TrainingSettings;
import dev.linchpin.wire.ActivationsEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;

/**
 * Forms of records on computing steps of the reasoner's chains, whose importance the puzzles'
 * graphs know. A probe is trained for each choice of layers, by one recipe and on one split of the
 * chains; figures are of the test side.
 */
final class RecordStudy {
  private final List<LabelledStep> steps = new ArrayList<>();
  private final Map<LayerSelection, ProbeRelease> probes = new HashMap<>();
  private final CheckpointModel model;
  private final CaptureShape all;
  private final Serde<ActivationsEvent> serde;
  private final long seed;

  RecordStudy(
      List<ObservedChain> chains,
      CheckpointModel model,
      CaptureShape all,
      Serde<ActivationsEvent> serde,
      long seed) {
    this.model = model;
    this.all = all;
    this.serde = serde;
    this.seed = seed;
    chains.forEach(this::add);
  }

  private void add(ObservedChain chain) {
    for (ObservedStep step : chain.steps()) {
      StepRef ref = new StepRef(chain.chainId(), step.index());
      chain
          .truth(step)
          .ifPresent(needed -> steps.add(new LabelledStep(ref, step.activations(), needed)));
    }
  }

  /** Steps of the test side, {@code [layers * hidden]} each. */
  List<float[]> testSteps() {
    Examples test = ChainSplit.of(steps, seed).test();
    return IntStream.range(0, test.size())
        .mapToObj(
            i -> {
              float[] row = new float[all.size()];
              test.row(i, row);
              return row;
            })
        .toList();
  }

  RecordCodec codec(RecordForm form) {
    return new RecordCodec(form, all, probe(form.layers()), serde);
  }

  RecordAccuracy accuracy(RecordForm form) {
    Examples test = ChainSplit.of(steps, seed).test();
    List<String> chains = IntStream.range(0, test.size()).mapToObj(test::chainId).toList();
    return RecordAccuracy.of(
        predictions(form, test),
        probe(form.layers()).thresholds(),
        predictions(RecordForm.EXACT, test),
        probe(RecordForm.EXACT.layers()).thresholds(),
        new Chains(chains, seed));
  }

  private Predictions predictions(RecordForm form, Examples test) {
    RecordCodec codec = codec(form);
    double[] scores = testSteps().stream().mapToDouble(codec::score).toArray();
    boolean[] needed = new boolean[test.size()];
    for (int i = 0; i < needed.length; i++) {
      needed[i] = test.important(i);
    }
    return new Predictions(scores, needed);
  }

  private ProbeRelease probe(LayerSelection layers) {
    return probes.computeIfAbsent(layers, this::train);
  }

  private ProbeRelease train(LayerSelection layers) {
    List<LabelledStep> selected =
        steps.stream()
            .map(
                s ->
                    new LabelledStep(
                        s.step(), layers.of(s.activations(), all.hidden()), s.important()))
            .toList();
    TrainedProbe trained =
        new ProbeTrainer(TrainingSettings.of(ProbeKind.MLP, seed), TrainingListener.NONE)
            .train(ChainSplit.of(selected, seed));
    return new ProbeRelease(
        new ProbeId(model.name(), "records", 1),
        model.fingerprint(),
        input(layers),
        trained.probe(),
        trained.calibration(),
        trained.thresholds(),
        trained.report().metrics(),
        Optional.of(trained.reference()),
        ProbeLifecycle.firstChampion(Instant.EPOCH));
  }

  /** A probe on the layers' mean is one on full records, as it would be trained. */
  private ProbeInput input(LayerSelection layers) {
    return layers.reduction() == LayerReduction.MEAN
        ? new ProbeInput(all, LayerView.LAYER_MEAN)
        : ProbeInput.layerwise(layers.shape(all.layers(), all.hidden(), all.pooling()));
  }
}
