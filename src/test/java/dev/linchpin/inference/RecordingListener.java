package dev.linchpin.inference;

import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.StepCompleted;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told. */
final class RecordingListener implements ChainListener {

  final List<ChainStarted> started = new ArrayList<>();
  final List<StepCompleted> steps = new ArrayList<>();
  final List<ActivationsCaptured> activations = new ArrayList<>();
  final List<ChainFinished> finished = new ArrayList<>();
  private final List<String> log;

  /**
   * @param log where {@code step:text} is added as well
   */
  RecordingListener(List<String> log) {
    this.log = log;
  }

  RecordingListener() {
    this(new ArrayList<>());
  }

  @Override
  public void started(ChainStarted event) {
    started.add(event);
  }

  @Override
  public void stepCompleted(StepCompleted step, ActivationsCaptured captured) {
    steps.add(step);
    activations.add(captured);
    log.add("step:" + step.text().orElseThrow().strip());
  }

  @Override
  public void finished(ChainFinished event) {
    finished.add(event);
  }
}
