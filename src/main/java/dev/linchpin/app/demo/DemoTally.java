package dev.linchpin.app.demo;

import dev.linchpin.app.demo.DemoSummary.LeadTimesMs;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.quality.Percentiles;
import dev.linchpin.quality.Predictions;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.StepScored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Counts what a demonstration shows, against what the node published. */
final class DemoTally {
  private record Identity(StepRef step, ProbeId probe) {}

  private record Judged(double score, boolean needed) {}

  private final Set<StepRef> published = new HashSet<>();
  private final Set<Identity> identities = new HashSet<>();
  private final Set<StepRef> scored = new HashSet<>();
  private final Set<StepRef> labelled = new HashSet<>();
  private final List<Double> leadTimesMs = new ArrayList<>();
  private final List<Judged> judged = new ArrayList<>();
  private long chains;
  private long duplicates;
  private long lowImportance;
  private long important;
  private long deadLetters;
  private long promotions;

  void chainFinished() {
    chains++;
  }

  void published(StepRef step) {
    published.add(step);
  }

  void scored(StepScored score) {
    if (!identities.add(new Identity(score.step(), score.probe()))) {
      duplicates++;
    }
    if (score.status() == ProbeStatus.CHAMPION) {
      scored.add(score.step());
    }
  }

  void labelled(StepRef step) {
    labelled.add(step);
  }

  void promoted() {
    promotions++;
  }

  /** A step with its lead time; {@code needed} where the puzzle's graph says it. */
  void flagged(FlaggedStep step, Optional<Boolean> needed) {
    leadTimesMs.add(step.leadTimeMs());
    needed.ifPresent(truth -> judged.add(new Judged(step.scored().score(), truth)));
  }

  void lowImportanceAlert() {
    lowImportance++;
  }

  void importantAlert() {
    important++;
  }

  void deadLetter() {
    deadLetters++;
  }

  long chains() {
    return chains;
  }

  /** Whether every published step has its score and its lead time. */
  boolean settled() {
    return leadTimesMs.size() >= published.size() && scored.size() >= published.size();
  }

  DemoSummary summary() {
    return new DemoSummary(
        chains,
        published.size(),
        scored.size(),
        duplicates,
        inTime(),
        leadTimes(),
        lowImportance,
        important,
        deadLetters,
        labelled.size(),
        promotions,
        auroc());
  }

  private double inTime() {
    long inTime = leadTimesMs.stream().filter(ms -> ms > 0).count();
    return leadTimesMs.isEmpty() ? 0 : inTime / (double) leadTimesMs.size();
  }

  private LeadTimesMs leadTimes() {
    if (leadTimesMs.isEmpty()) {
      return new LeadTimesMs(0, 0, 0);
    }
    Percentiles ms =
        Percentiles.of(leadTimesMs.stream().mapToDouble(Double::doubleValue).toArray());
    return new LeadTimesMs(ms.at(0.01), ms.at(0.5), ms.at(0.99));
  }

  private OptionalDouble auroc() {
    boolean[] truths = new boolean[judged.size()];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = judged.get(i).needed();
    }
    double[] scores = judged.stream().mapToDouble(Judged::score).toArray();
    double auroc = new Predictions(scores, truths).auroc();
    return Double.isNaN(auroc) ? OptionalDouble.empty() : OptionalDouble.of(auroc);
  }
}
