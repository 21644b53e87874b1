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
  private int shown;

  /** Shows on {@code report}; {@code onStep} hears of each step as it is shown. */
  ChainView(Report report, BiConsumer<ChainStarted, FlaggedStep> onStep) {
    this.report = report;
    this.onStep = onStep;
  }

  void started(ChainStarted event) {
    started = event;
    report.chainStarted(event.chainId(), event.prompt());
    show();
  }

  void step(FlaggedStep step) {
    waiting.put(step.completed().step().stepIndex(), step);
    show();
  }

  void finished(ChainFinished event) {
    finished = event;
    show();
  }

  /** Whether everything has been shown. */
  boolean over() {
    return started != null && finished != null && shown == finished.steps();
  }

  private void show() {
    while (started != null && waiting.containsKey(shown)) {
      FlaggedStep next = waiting.remove(shown++);
      onStep.accept(started, next);
      report.step(next);
    }
    if (over()) {
      report.chainFinished(finished.chainId(), finished.answer(), finished.correct().orElse(false));
    }
  }
}
