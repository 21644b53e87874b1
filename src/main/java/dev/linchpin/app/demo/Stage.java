package dev.linchpin.app.demo;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoner.Puzzle;
import dev.linchpin.reasoner.StepTruth;
import dev.linchpin.training.FollowerEvent;
import dev.linchpin.wire.ChainEvent;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes the events of all topics, in any order across topics, and shows and counts them: one chain
 * at a time, in the order of their beginnings.
 */
final class Stage {
  private final Map<ProbeId, Long> evaluated = new HashMap<>();
  private final DemoTally tally = new DemoTally();
  private final StepJoin join = new StepJoin(this::flagged);
  private final Map<String, ChainView> views = new LinkedHashMap<>();
  private final Function<String, Optional<Puzzle>> puzzleOf;
  private final Report report;

  /**
   * Shows on {@code report}.
   *
   * @param puzzleOf the puzzle behind a problem's identity
   */
  Stage(Function<String, Optional<Puzzle>> puzzleOf, Report report) {
    this.puzzleOf = puzzleOf;
    this.report = report;
  }

  DemoTally tally() {
    return tally;
  }

  void chain(ChainEvent event) {
    ChainView view = view(event.chainId());
    if (event instanceof ChainStarted started) {
      view.started(started);
    } else if (event instanceof ChainFinished finished) {
      tally.chainFinished();
      join.finished(finished);
      view.finished(finished);
    }
    showChains();
  }

  void step(StepCompleted step) {
    tally.published(step.step());
    join.completed(step);
  }

  /** Labels came back: what a probe is worth. */
  void evaluation(ProbeEvaluated evaluation) {
    long before = evaluated.getOrDefault(evaluation.probe(), 0L);
    if (evaluation.labels() > before) {
      evaluated.put(evaluation.probe(), evaluation.labels());
      report.evaluation(evaluation);
    }
  }

  /** Something happened to the probes. */
  void trainer(FollowerEvent event) {
    if (event instanceof FollowerEvent.Trained trained) {
      report.trained(trained.challenger());
    } else if (event instanceof FollowerEvent.Promoted promoted) {
      tally.promoted();
      report.promotion(promoted);
    }
  }

  /** A score, readable from {@code writtenAt} on; a challenger's is counted only. */
  void score(StepScored score, Instant writtenAt) {
    tally.scored(score);
    if (score.status() == ProbeStatus.CHAMPION) {
      join.scored(score, writtenAt);
    }
  }

  private void flagged(FlaggedStep step) {
    String chainId = step.completed().step().chainId();
    view(chainId).step(step);
    showChains();
  }

  private void showChains() {
    Iterator<ChainView> next = views.values().iterator();
    while (next.hasNext()) {
      ChainView first = next.next();
      first.show();
      if (!first.over()) {
        return;
      }
      next.remove();
    }
  }

  private ChainView view(String chainId) {
    return views.computeIfAbsent(chainId, id -> new ChainView(report, this::count));
  }

  private void count(ChainStarted chain, FlaggedStep step) {
    Optional<Puzzle> puzzle = chain.problemId().flatMap(puzzleOf);
    tally.flagged(step, puzzle.flatMap(p -> StepTruth.needed(p, step.text())));
  }
}
