package dev.linchpin.dashboard.layers;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.dashboard.layers.LayerMap.Reason;
import dev.linchpin.log.AddressReader;
import dev.linchpin.probe.LayerContributions;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Takes activations as they are found. */
final class LayerSink implements AddressReader.Sink<ActivationsEvent> {
  private final ProbeRelease release;
  private final LayerContributions contributions;
  private final List<Integer> indices;
  private final List<LayerMap.Step> steps = new ArrayList<>();
  private final List<LayerMap.Missing> missing = new ArrayList<>();

  /**
   * Takes activations for a probe.
   *
   * @param indices of the steps, in the order in which they are asked for; may grow until then
   */
  LayerSink(ProbeRelease release, List<Integer> indices) {
    this.release = release;
    this.contributions = new LayerContributions(release);
    this.indices = indices;
  }

  @Override
  public void found(int number, ActivationsEvent event) {
    int index = indices.get(number);
    if (!(event instanceof ActivationsCaptured captured)) {
      missing(index, Reason.PROJECTED);
    } else if (!fits(captured)) {
      missing(index, Reason.OTHER_SHAPE);
    } else {
      take(index, captured.activations());
    }
  }

  @Override
  public void malformed(int number, UndecodableRecordException.Reason reason) {
    missing(indices.get(number), Reason.UNREADABLE);
  }

  @Override
  public void gone(int number) {
    missing(indices.get(number), Reason.RETENTION);
  }

  void missing(int index, Reason reason) {
    missing.add(new LayerMap.Missing(index, reason));
  }

  LayerMap map() {
    steps.sort(Comparator.comparingInt(LayerMap.Step::index));
    missing.sort(Comparator.comparingInt(LayerMap.Missing::index));
    return new LayerMap(release.id().key(), layers(release.shape()), steps, missing);
  }

  private boolean fits(ActivationsCaptured captured) {
    return captured.modelFingerprint().equals(release.modelFingerprint())
        && captured.activations().shape().equals(release.shape());
  }

  private void take(int index, StepActivations activations) {
    float[] values;
    try {
      values = activations.decode();
    } catch (IllegalArgumentException e) {
      missing(index, Reason.UNREADABLE);
      return;
    }
    float logit = release.probe().logit(release.input().of(values));
    float[] added = contributions.of(values);
    List<Float> list = IntStream.range(0, added.length).mapToObj(layer -> added[layer]).toList();
    steps.add(new LayerMap.Step(index, logit, list));
  }

  private static List<Integer> layers(CaptureShape shape) {
    List<Integer> numbers = shape.selection().numbers();
    return numbers.size() == shape.layers()
        ? numbers
        : IntStream.rangeClosed(1, shape.layers()).boxed().toList();
  }
}
