package dev.linchpin.replay.compare;

import dev.linchpin.probe.Thresholds;
import dev.linchpin.quality.Confusion;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The verdicts as they would have been with other thresholds: no step is scored again.
 *
 * @param thresholds the others
 * @param was how many steps had each verdict
 * @param would how many would have had it
 * @param changed scores whose verdict would have been another
 * @param removable flags as removable against the labels: positive is a removable step
 * @param important flags as important against the labels: positive is an important step
 */
public record WhatIf(
    Thresholds thresholds,
    Map<Verdict, Long> was,
    Map<Verdict, Long> would,
    List<StepScored> changed,
    Confusion removable,
    Confusion important) {

  /** Judges the scores anew. */
  public static WhatIf of(
      Collection<StepScored> scores, Thresholds thresholds, Map<StepRef, StepLabelled> labels) {
    return new WhatIf(
        thresholds,
        counted(scores.stream().map(StepScored::verdict).toList()),
        counted(scores.stream().map(score -> thresholds.verdict(score.score())).toList()),
        scores.stream()
            .filter(score -> thresholds.verdict(score.score()) != score.verdict())
            .toList(),
        flags(scores, thresholds, labels, Verdict.REMOVABLE),
        flags(scores, thresholds, labels, Verdict.IMPORTANT));
  }

  private static Map<Verdict, Long> counted(List<Verdict> verdicts) {
    return verdicts.stream()
        .collect(
            Collectors.groupingBy(
                verdict -> verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
  }

  private static Confusion flags(
      Collection<StepScored> scores,
      Thresholds thresholds,
      Map<StepRef, StepLabelled> labels,
      Verdict flag) {
    int[] counts = new int[4];
    for (StepScored score : scores) {
      StepLabelled label = labels.get(score.step());
      if (label != null) {
        boolean called = thresholds.verdict(score.score()) == flag;
        boolean right = label.important() == (flag == Verdict.IMPORTANT);
        counts[(called ? 2 : 0) + (right ? 1 : 0)]++;
      }
    }
    return new Confusion(counts[3], counts[2], counts[0], counts[1]);
  }
}
