package dev.linchpin.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class LeadTimeTrackerTest {
  private final LeadTimeTracker tracker = new LeadTimeTracker(2);

  @Test
  void shouldMeasureFromTheVerdictToTheCompletionOfTheNextStep() {
    // Given
    tracker.onStepCompleted(step("a", 0), at(100));
    tracker.onVerdict(step("a", 0), at(105));

    // When
    Optional<LeadTime> leadTime = tracker.onStepCompleted(step("a", 1), at(300));

    // Then
    assertThat(leadTime).contains(new LeadTime(step("a", 0), Duration.ofMillis(195)));
    assertThat(leadTime.orElseThrow().inTime()).isTrue();
  }

  @Test
  void shouldBeNegativeWhenTheNextStepWasCompleteFirst() {
    // Given
    tracker.onStepCompleted(step("a", 1), at(300));

    // When
    Optional<LeadTime> leadTime = tracker.onVerdict(step("a", 0), at(310));

    // Then
    assertThat(leadTime).contains(new LeadTime(step("a", 0), Duration.ofMillis(-10)));
    assertThat(leadTime.orElseThrow().inTime()).isFalse();
  }

  @Test
  void shouldNotBeInTimeAtTheVeryDeadline() {
    assertThat(new LeadTime(step("a", 0), Duration.ZERO).inTime()).isFalse();
  }

  @Test
  void shouldTakeTheEndOfTheChainAsDeadlineOfItsLastStep() {
    // Given
    tracker.onVerdict(step("a", 4), at(900));

    // When
    Optional<LeadTime> leadTime = tracker.onChainFinished("a", 5, at(1000));

    // Then
    assertThat(leadTime).contains(new LeadTime(step("a", 4), Duration.ofMillis(100)));
  }

  @Test
  void shouldHaveNoDeadlineForAChainWithoutSteps() {
    assertThat(tracker.onChainFinished("a", 0, at(1000))).isEmpty();
  }

  @Test
  void shouldTellEachStepOnceAndKeepTheFirstTimes() {
    // Given
    tracker.onVerdict(step("a", 0), at(105));
    tracker.onVerdict(step("a", 0), at(190));
    Optional<LeadTime> first = tracker.onStepCompleted(step("a", 1), at(300));

    // When
    Optional<LeadTime> verdictAgain = tracker.onVerdict(step("a", 0), at(400));
    Optional<LeadTime> stepAgain = tracker.onStepCompleted(step("a", 1), at(500));

    // Then
    assertThat(first).contains(new LeadTime(step("a", 0), Duration.ofMillis(195)));
    assertThat(verdictAgain).isEmpty();
    assertThat(stepAgain).isEmpty();
  }

  @Test
  void shouldGiveTheSameLeadTimesInAnyOrderOfArrival() {
    for (int seed = 0; seed < 50; seed++) {
      // Given
      LeadTimeTracker shuffled = new LeadTimeTracker(3);
      List<Supplier<Optional<LeadTime>>> arrivals = new ArrayList<>();
      for (String chain : List.of("a", "b", "c")) {
        arrivals.addAll(fourSteps(shuffled, chain));
      }
      Collections.shuffle(arrivals, new Random(seed));

      // When
      List<LeadTime> told = arrivals.stream().map(Supplier::get).flatMap(Optional::stream).toList();

      // Then
      assertThat(told)
          .hasSize(12)
          .extracting(LeadTime::ahead)
          .containsOnly(Duration.ofMillis(95), Duration.ofMillis(45));
      assertThat(told).extracting(LeadTime::step).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldForgetTheQuietestChainAndCountItWhenItStillWaited() {
    // Given
    tracker.onVerdict(step("never finished", 0), at(1));
    tracker.onVerdict(step("b", 0), at(2));

    // When
    tracker.onVerdict(step("c", 0), at(3));

    // Then
    assertThat(tracker.evictions()).isEqualTo(1);
    assertThat(tracker.onStepCompleted(step("b", 1), at(4))).isPresent();
    assertThat(tracker.onStepCompleted(step("c", 1), at(4))).isPresent();
  }

  @Test
  void shouldNotCountACompleteChainThatItForgets() {
    // Given
    tracker.onVerdict(step("a", 0), at(1));
    tracker.onChainFinished("a", 1, at(2));
    tracker.onChainFinished("empty", 0, at(2));

    // When
    tracker.onVerdict(step("b", 0), at(3));
    tracker.onVerdict(step("c", 0), at(3));

    // Then
    assertThat(tracker.evictions()).isZero();
  }

  @Test
  void shouldRefuseToKeepNoChain() {
    assertThatThrownBy(() -> new LeadTimeTracker(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxChains must be >= 1, was 0");
  }

  private static List<Supplier<Optional<LeadTime>>> fourSteps(
      LeadTimeTracker tracker, String chain) {
    List<Supplier<Optional<LeadTime>>> arrivals = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      StepRef step = step(chain, i);
      int completed = 100 * (i + 1);
      arrivals.add(() -> tracker.onStepCompleted(step, at(completed)));
      arrivals.add(() -> tracker.onVerdict(step, at(completed + 5)));
    }
    arrivals.add(() -> tracker.onChainFinished(chain, 4, at(450)));
    return arrivals;
  }

  private static StepRef step(String chainId, int index) {
    return new StepRef(chainId, index);
  }

  private static Instant at(long millis) {
    return Instant.ofEpochMilli(millis);
  }
}
