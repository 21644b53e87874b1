package dev.linchpin.app.demo;

import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** One chain on show: its start, its steps in order, its end, however they arrive. */
final class ChainView {
  private final Map<Integer, FlaggedStep> waiting = new HashMap<>();
  private final BiConsumer<ChainStarted, FlaggedStep> onStep;
  private final Report report;
  private ChainStarted started;
  private ChainFinished finished;
  private boolean announced;
  private int shown;

  /** Shows on {@code report}; {@code onStep} hears of each step as it is shown. */
  ChainView(Report report, BiConsumer<ChainStarted, FlaggedStep> onStep) {
    this.report = report;
    this.onStep = onStep;
  }

  void started(ChainStarted event) {
    started = event;
  }

  void step(FlaggedStep step) {
    waiting.put(step.completed().step().stepIndex(), step);
  }

  void finished(ChainFinished event) {
    finished = event;
  }

  /** Whether everything has been shown. */
  boolean over() {
    return announced && finished != null && shown == finished.steps();
  }

  /** Shows what has become known since the last call. */
  void show() {
    if (started == null) {
      return;
    }
    announce();
    while (waiting.containsKey(shown)) {
      FlaggedStep next = waiting.remove(shown++);
      onStep.accept(started, next);
      report.step(next);
    }
    if (over()) {
      report.chainFinished(finished.chainId(), finished.answer(), finished.correct().orElse(false));
    }
  }

  private void announce() {
    if (!announced) {
      announced = true;
      report.chainStarted(started.chainId(), started.prompt());
    }
  }
}
