package dev.linchpin.study.finding;

import dev.linchpin.study.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a study is done. The same settings give the same figures.
 *
 * @param chains chains of each model
 * @param compared of them, the first ones that are taken apart in every way
 * @param hiddenUnits widths of MLP probes
 * @param seeds how often a probe is trained, each time on another split of the chains
 * @param seed of problems, sampling, questions and the first training
 */
public record StudySettings(
    int chains, int compared, List<Integer> hiddenUnits, int seeds, long seed) {
  /** The whole study. */
  public static final StudySettings FULL =
      new StudySettings(600, 200, List.of(16, 128, 1024), 3, 20260418);

  /** Enough to see that everything works. */
  public static final StudySettings QUICK = new StudySettings(100, 25, List.of(128), 1, 20260418);

  public StudySettings {
    hiddenUnits = List.copyOf(hiddenUnits);
    if (chains < 1 || compared < 1 || seeds < 1 || hiddenUnits.isEmpty()) {
      throw new IllegalArgumentException(
          "expected chains, compared and seeds >= 1 and a width, got %d, %d, %d and %s"
              .formatted(chains, compared, seeds, hiddenUnits));
    }
  }

  /** The ways of taking chains apart, with the number of chains each. */
  public Map<Way, Integer> ways() {
    Map<Way, Integer> ways = new LinkedHashMap<>();
    ways.put(Way.PAPER, chains);
    ways.put(Way.PAPER_RANDOM, Math.min(chains, compared));
    ways.put(Way.STRICT, Math.min(chains, compared));
    ways.put(Way.STRICT_RANDOM, Math.min(chains, compared));
    return ways;
  }

  /** The width of the paper's standard probe, or the nearest one asked for. */
  public int standardUnits() {
    return hiddenUnits.stream()
        .min((a, b) -> Integer.compare(Math.abs(a - 128), Math.abs(b - 128)))
        .orElseThrow();
  }
}
