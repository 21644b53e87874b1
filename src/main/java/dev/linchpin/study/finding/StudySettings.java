package dev.linchpin.study.finding;

import dev.linchpin.study.Way;
import dev.linchpin.training.ProbeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a study is done, and by which labels. The same settings give the same figures.
 *
 * @param chains chains of each model
 * @param compared of them, the first ones that are taken apart in every way
 * @param hiddenUnits widths of MLP probes
 * @param seeds how often a probe is trained, each time on another split of the chains
 * @param updates fewest updates of a training
 * @param labels the way of taking chains apart that labels the steps of all of them
 * @param seed of problems, sampling, questions and the first training
 */
public record StudySettings(
    int chains,
    int compared,
    List<Integer> hiddenUnits,
    int seeds,
    int updates,
    Way labels,
    long seed) {
  /** The whole study. */
  public static final StudySettings FULL =
      new StudySettings(400, 150, List.of(16, 128, 1024), 3, 600, Way.STRICT, 20260418);

  /** Enough to see that everything works. */
  public static final StudySettings QUICK =
      new StudySettings(50, 10, List.of(128), 1, 200, Way.STRICT, 20260418);

  public StudySettings {
    hiddenUnits = List.copyOf(hiddenUnits);
    if (Math.min(Math.min(chains, compared), Math.min(seeds, updates)) < 1
        || hiddenUnits.isEmpty()) {
      throw new IllegalArgumentException(
          "expected chains, compared, seeds and updates >= 1 and a width, got %d, %d, %d, %d and %s"
              .formatted(chains, compared, seeds, updates, hiddenUnits));
    }
  }

  /** The ways of taking chains apart, with the number of chains each. */
  public Map<Way, Integer> ways() {
    Map<Way, Integer> ways = new LinkedHashMap<>();
    for (Way way : List.of(Way.PAPER, Way.PAPER_RANDOM, Way.STRICT, Way.STRICT_RANDOM)) {
      ways.put(way, Math.min(chains, compared));
    }
    ways.put(labels, chains);
    return ways;
  }

  /** The width of the paper's standard probe, or the nearest one asked for. */
  public int standardUnits() {
    return hiddenUnits.stream()
        .min((a, b) -> Integer.compare(Math.abs(a - 128), Math.abs(b - 128)))
        .orElseThrow();
  }

  /** The MLP that stands for all: the paper's, or the nearest one asked for. */
  Classifier standard() {
    return mlp(standardUnits());
  }

  Classifier mlp(int units) {
    return new Classifier(ProbeKind.MLP, units, updates);
  }

  Classifier linear() {
    return new Classifier(ProbeKind.LINEAR, 1, updates);
  }
}
