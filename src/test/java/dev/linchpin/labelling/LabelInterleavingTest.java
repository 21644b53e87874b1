package dev.linchpin.labelling;

import static dev.linchpin.labelling.LabelSamples.MAIN;
import static dev.linchpin.labelling.LabelSamples.SHADOW;
import static dev.linchpin.labelling.LabelSamples.ablated;
import static dev.linchpin.labelling.LabelSamples.scored;
import static dev.linchpin.labelling.LabelSamples.withoutLabels;
import static dev.linchpin.reasoning.StepLabel.IMPORTANT;
import static dev.linchpin.reasoning.StepLabel.REMOVABLE;
import static dev.linchpin.reasoning.StepLabel.UNLABELLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.ChainAblated.Outcome;
import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.StepLabelled;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same events in any order come to the same. */
final class LabelInterleavingTest {
  private static final int ORDERS = 50;

  @TempDir private Path folder;

  /** What must not depend on the order. */
  private record Result(
      Map<StepRef, StepLabelled> labels, Counters main, Counters shadow, int stateLeft) {}

  /** An evaluation but for what an order may change: the last digits of sums. */
  private record Counters(
      long labels,
      int windowLabels,
      int windowChains,
      long pending,
      long lost,
      List<Long> delays,
      OptionalDouble auroc,
      OptionalDouble accuracy) {
    static Counters of(ProbeEvaluated evaluated) {
      return new Counters(
          evaluated.labels(),
          evaluated.windowLabels(),
          evaluated.windowChains(),
          evaluated.pendingSteps(),
          evaluated.lostSteps(),
          evaluated.delays().countsMs(),
          evaluated.figures().auroc(),
          evaluated.figures().accuracy());
    }
  }

  @Test
  void shouldComeToTheSameInEveryOrder() throws IOException {
    // Given
    Result inOrder = run(events(), "in-order");
    assertThat(inOrder.labels()).hasSize(9);
    assertThat(inOrder.main()).extracting(Counters::labels, Counters::lost).containsExactly(9L, 3L);
    assertThat(inOrder.stateLeft()).isEqualTo(2);

    for (int seed = 0; seed < ORDERS; seed++) {
      List<Consumer<LabelsWorld>> shuffled = events();
      Collections.shuffle(shuffled, new Random(seed));

      // When
      Result result = run(shuffled, "seed-" + seed);

      // Then
      assertThat(result).as("seed %d", seed).isEqualTo(inOrder);
    }
  }

  /** Three chains with labels, one without, one that is lost; repeats and a foreign method. */
  private static List<Consumer<LabelsWorld>> events() {
    List<Consumer<LabelsWorld>> events = new ArrayList<>();
    for (String chain : List.of("a", "b", "c", "settled", "lost")) {
      for (int step = 0; step < (chain.equals("lost") ? 3 : 4); step++) {
        addScores(events, chain, step);
      }
    }
    for (String chain : List.of("a", "b", "c")) {
      events.add(w -> w.ablate(ablated(chain, IMPORTANT, REMOVABLE, UNLABELLED, IMPORTANT)));
    }
    events.add(w -> w.ablate(ablated("a", IMPORTANT, REMOVABLE, UNLABELLED, IMPORTANT)));
    events.add(w -> w.ablate(withoutLabels("settled", Outcome.INCORRECT)));
    events.add(
        w ->
            w.ablate(
                ablated(
                    "lost",
                    AblationMethod.LEAVE_ONE_OUT,
                    AttainabilityMeasure.WORST_STEP,
                    List.of(IMPORTANT))));
    return events;
  }

  private static void addScores(List<Consumer<LabelsWorld>> events, String chain, int step) {
    double score = (chain.charAt(0) % 7 + step) / 10.0;
    events.add(w -> w.score(scored(chain, step, MAIN, score)));
    events.add(w -> w.score(scored(chain, step, SHADOW, 1 - score)));
    if (step == 1) {
      events.add(w -> w.score(scored(chain, step, MAIN, score)));
    }
  }

  private Result run(List<Consumer<LabelsWorld>> events, String name) throws IOException {
    try (LabelsWorld world = new LabelsWorld(folder.resolve(name))) {
      events.forEach(event -> event.accept(world));
      Map<StepRef, StepLabelled> labels = world.lastLabels();
      world.pass(Duration.ofDays(8));
      world.score(scored("today", 0, new ProbeId("tiny", "other", 1), 0.5));
      List<ProbeEvaluated> evaluated = world.evaluations().stream().map(r -> r.value()).toList();
      return new Result(labels, of(evaluated, MAIN), of(evaluated, SHADOW), world.chainState());
    }
  }

  private static Counters of(List<ProbeEvaluated> evaluated, ProbeId probe) {
    return Counters.of(
        evaluated.stream().filter(e -> e.probe().equals(probe)).findFirst().orElseThrow());
  }
}
