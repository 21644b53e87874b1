package dev.linchpin.alerting;

import static dev.linchpin.alerting.DeskWorld.START;
import static dev.linchpin.alerting.DeskWorld.STREAK;
import static dev.linchpin.alerting.DeskWorld.share;
import static dev.linchpin.alerting.DeskWorld.streak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.Incident;
import dev.linchpin.wire.Incident.Severity;
import dev.linchpin.wire.Incident.State;
import dev.linchpin.wire.Incident.Subject;
import dev.linchpin.wire.Incident.SubjectKind;
import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.IncidentChanged.Notice;
import dev.linchpin.wire.OperatorActed.Action;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AlertDeskTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final DeskWorld world = new DeskWorld();

  @Test
  void shouldRaiseAnIncidentWithTheStepThatCompletedTheStreak() {
    // Given
    world.rule(streak(3, 6));
    world.judge("a", 0, "irr");

    // When
    world.judge("a", 3, "r");

    // Then
    assertThat(world.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.change()).isOne();
              assertThat(change.notice()).isEqualTo(Notice.RAISED);
              Incident incident = change.incident();
              assertThat(incident.id()).matches("removable-streak-[0-9a-f]{12}");
              assertThat(incident.subject()).isEqualTo(new Subject(SubjectKind.CHAIN, "a"));
              assertThat(incident.state()).isEqualTo(State.OPEN);
              assertThat(incident.last().value()).isEqualTo(3);
              assertThat(incident.last().threshold()).isEqualTo(3);
              assertThat(incident.last().step().orElseThrow().ref()).isEqualTo(new StepRef("a", 3));
              assertThat(incident.openedAt()).isEqualTo(START);
            });
  }

  @Test
  void shouldEndAStreakAtAnyOtherVerdictAndSayThatItIsOver() {
    // Given
    world.rule(streak(3, 6));
    world.judge("a", 0, "rrr");
    world.changes();

    // When
    world.judge("a", 3, "u");

    // Then
    assertThat(world.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.notice()).isEqualTo(Notice.RECOVERED);
              assertThat(change.incident().state()).isEqualTo(State.RECOVERED);
              assertThat(change.incident().recoveredAt()).contains(START);
            });
  }

  @Test
  void shouldNotCountAcrossAMissingStepNorAStepTwice() {
    // Given
    world.rule(streak(3, 6));
    world.judge("gap", 0, "rr");
    world.judge("twice", 0, "rr");

    // When
    world.judge("gap", 3, "rr");
    world.judge("twice", 0, "rr");

    // Then
    assertThat(world.changes()).isEmpty();
  }

  @Test
  void shouldGroupByRuleAndSubject() {
    // Given
    world.rule(streak(2, 6));

    // When
    world.judge("a", 0, "rrrr");
    world.judge("b", 0, "rr");

    // Then
    assertThat(world.changes())
        .extracting(change -> change.incident().subject().name())
        .containsExactly("a", "b");
    assertThat(world.incidents.values())
        .extracting(kept -> kept.incident().occurrences())
        .containsExactlyInAnyOrder(3L, 1L);
  }

  @Test
  void shouldPublishFurtherOccurrencesOnceASecond() {
    // Given
    world.rule(streak(2, 6));
    world.judge("a", 0, "rr");
    world.changes();
    world.judge("a", 2, "rrr");

    // When
    world.pass(DeskProcessor.TICK);

    // Then
    assertThat(world.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.notice()).isEqualTo(Notice.NONE);
              assertThat(change.change()).isEqualTo(2);
              assertThat(change.incident().occurrences()).isEqualTo(4);
              assertThat(change.incident().last().step().orElseThrow().ref().stepIndex())
                  .isEqualTo(4);
            });
    world.pass(DeskProcessor.TICK);
    assertThat(world.changes()).isEmpty();
  }

  @Test
  void shouldEndAStreakWhenTheChainEndedAndItsLastVerdictCame() {
    // Given
    world.rule(streak(2, 6));
    world.judge("a", 0, "rr");
    world.end("a", 3);
    assertThat(world.standing()).isOne();

    // When
    world.judge("a", 2, "r");

    // Then
    assertThat(world.standing()).isZero();
  }

  @Test
  void shouldNotWaitForeverForTheLastVerdictOfAChainThatEnded() {
    // Given
    world.rule(streak(2, 6));
    world.judge("a", 0, "rr");
    world.end("a", 3);

    // When
    world.pass(Duration.ofSeconds(6));

    // Then
    assertThat(world.standing()).isZero();
    assertThat(world.chains).isEmpty();
  }

  @Test
  void shouldJudgeAShareOnAWholeWindowOnly() {
    // Given
    world.rule(share(AlertSignal.REMOVABLE_SHARE, 0.75, 0.5, 4));
    world.judge("a", 0, "rrr");
    assertThat(world.changes()).isEmpty();

    // When
    world.judge("b", 0, "i");

    // Then
    assertThat(world.changes())
        .extracting(IncidentChanged::incident)
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.subject()).isEqualTo(new Subject(SubjectKind.MODEL, "tiny"));
              assertThat(incident.last().value()).isEqualTo(0.75);
            });
  }

  @Test
  void shouldChangeNothingBetweenTheThresholds() {
    // Given
    world.rule(share(AlertSignal.UNCERTAIN_SHARE, 0.75, 0.25, 4));
    world.judge("a", 0, "uuuu");
    world.changes();

    // When
    world.judge("a", 4, "ii");

    // Then
    assertThat(world.changes()).isEmpty();
    world.judge("a", 6, "i");
    assertThat(world.changes()).extracting(IncidentChanged::notice).containsOnly(Notice.RECOVERED);
  }

  @Test
  void shouldKeepModelsApart() {
    // Given
    world.rule(share(AlertSignal.REMOVABLE_SHARE, 1, 0.5, 2));

    // When
    world.judge("one", "a", 0, Verdict.REMOVABLE);
    world.judge("two", "b", 0, Verdict.REMOVABLE);

    // Then
    assertThat(world.changes()).isEmpty();
  }

  @Test
  void shouldCountMissedDeadlines() {
    // Given
    world.rule(share(AlertSignal.MISSED_DEADLINES, 0.5, 0.1, 4));
    world.time("a", 0, false);
    world.time("a", 1, true);
    world.time("a", 2, true);

    // When
    world.time("a", 3, false);

    // Then
    assertThat(world.changes())
        .extracting(change -> change.incident().last().step().orElseThrow().ref())
        .containsExactly(new StepRef("a", 3));
  }

  @Test
  void shouldRaiseALowFigureAndClearItWhenItIsHighAgain() {
    // Given
    world.evaluate("tiny/main/1", 100, 0.70);
    world.evaluate("tiny/main/1", 100, 0.74);
    assertThat(world.changes()).extracting(IncidentChanged::notice).containsExactly(Notice.RAISED);

    // When
    world.evaluate("tiny/main/1", 100, 0.75);

    // Then
    assertThat(world.changes())
        .extracting(IncidentChanged::notice)
        .containsExactly(Notice.RECOVERED);
  }

  @Test
  void shouldNotJudgeAProbeOnFewLabels() {
    // When
    world.evaluate("tiny/main/1", 99, 0.4);

    // Then
    assertThat(world.changes()).isEmpty();
  }

  @Test
  void shouldCountDeadLettersOfTheLastMinute() {
    // Given
    world.bury();
    world.bury();
    assertThat(world.changes())
        .extracting(change -> change.incident().subject())
        .containsExactly(Subject.CLUSTER);

    // When
    world.pass(MINUTE);

    // Then
    assertThat(world.changes())
        .extracting(IncidentChanged::notice)
        .containsExactly(Notice.RECOVERED);
  }

  @Test
  void shouldCountWhatItDoesNotNotifyBeyondTheLimitOfARule() {
    // Given
    world.rule(streak(1, 2));

    // When
    IntStream.range(0, 3).forEach(chain -> world.judge("c" + chain, 0, "r"));

    // Then
    List<IncidentChanged> changes = world.changes();
    assertThat(changes)
        .extracting(IncidentChanged::notice)
        .containsExactly(Notice.RAISED, Notice.RAISED, Notice.NONE);
    assertThat(changes.get(2).incident().suppressedNotifications()).isOne();
  }

  @Test
  void shouldNotSayThatSomethingIsOverOfWhichNobodyWasTold() {
    // Given
    world.rule(streak(1, 1));
    world.judge("a", 0, "r");
    world.judge("b", 0, "r");
    world.changes();

    // When
    world.judge("a", 1, "i");
    world.judge("b", 1, "i");

    // Then
    assertThat(world.changes())
        .extracting(IncidentChanged::notice)
        .containsExactly(Notice.RECOVERED, Notice.NONE);
  }

  @Test
  void shouldNotifyAgainAMinuteLater() {
    // Given
    world.rule(streak(1, 1));
    world.judge("a", 0, "r");
    world.pass(MINUTE);
    world.changes();

    // When
    world.judge("b", 0, "r");

    // Then
    assertThat(world.changes()).extracting(IncidentChanged::notice).containsExactly(Notice.RAISED);
  }

  @Test
  void shouldOpenAnewWhatRecovered() {
    // Given
    world.rule(streak(2, 6));
    world.judge("a", 0, "rri");
    String first = world.changes().get(0).incident().id();
    world.pass(Duration.ofSeconds(2));

    // When
    world.judge("a", 3, "rr");

    // Then
    assertThat(world.standing(STREAK).id()).isNotEqualTo(first);
    assertThat(world.standing(STREAK).occurrences()).isOne();
    assertThat(world.changes()).extracting(IncidentChanged::notice).containsExactly(Notice.RAISED);
  }

  @Test
  void shouldKeepWhoAcknowledged() {
    // Given
    world.rule(streak(2, 6));
    world.judge("a", 0, "rr");
    world.changes();

    // When
    world.act(
        Action.INCIDENT_ACKNOWLEDGED,
        world.standing(STREAK).id(),
        ActionDetail.ofNote("known puzzle"));
    world.judge("a", 2, "r");

    // Then
    Incident incident = world.standing(STREAK);
    assertThat(incident.state()).isEqualTo(State.ACKNOWLEDGED);
    assertThat(incident.handling().acknowledgedBy()).contains("ada");
    assertThat(incident.handling().note()).contains("known puzzle");
    assertThat(world.changes()).extracting(IncidentChanged::notice).containsExactly(Notice.NONE);
  }

  @Test
  void shouldNotNotifyWhatOpensAnewWhileItIsMuted() {
    // Given
    world.rule(streak(2, 6));
    world.judge("a", 0, "rr");
    world.act(Action.INCIDENT_MUTED, world.standing(STREAK).id(), ActionDetail.ofMinutes(5));
    world.judge("a", 2, "i");
    world.pass(Duration.ofSeconds(2));
    world.changes();

    // When
    world.judge("a", 3, "rr");

    // Then
    assertThat(world.changes()).extracting(IncidentChanged::notice).containsExactly(Notice.NONE);
    assertThat(world.standing(STREAK).isMuted(world.now())).isTrue();
  }

  @Test
  void shouldNotifyWhatStillStandsWhenItsMuteIsOver() {
    // Given
    world.rule(streak(2, 6));
    world.judge("a", 0, "rr");
    world.act(Action.INCIDENT_MUTED, world.standing(STREAK).id(), ActionDetail.ofMinutes(5));
    world.judge("a", 2, "irr");
    world.changes();

    // When
    world.pass(Duration.ofMinutes(5));

    // Then
    assertThat(world.changes())
        .filteredOn(change -> change.incident().isStanding())
        .extracting(IncidentChanged::notice)
        .containsExactly(Notice.RAISED);
    assertThat(world.standing(STREAK).handling().mutedUntil()).isEmpty();
  }

  @Test
  void shouldSayThatAMutedIncidentIsOverIfSomeoneWasToldOfIt() {
    // Given
    world.rule(streak(2, 6));
    world.judge("a", 0, "rr");
    world.act(Action.INCIDENT_MUTED, world.standing(STREAK).id(), ActionDetail.ofMinutes(5));
    world.changes();

    // When
    world.judge("a", 2, "i");

    // Then
    assertThat(world.changes())
        .extracting(IncidentChanged::notice)
        .containsExactly(Notice.RECOVERED);
  }

  @Test
  void shouldEndAMuteWhenSomeoneWantsIt() {
    // Given
    world.rule(streak(2, 6));
    world.judge("a", 0, "rr");
    String id = world.standing(STREAK).id();
    world.act(Action.INCIDENT_MUTED, id, ActionDetail.ofMinutes(5));

    // When
    world.act(Action.INCIDENT_UNMUTED, id, "");

    // Then
    assertThat(world.standing(STREAK).handling().mutedUntil()).isEmpty();
  }

  @Test
  void shouldEndTheIncidentsOfARuleThatIsSwitchedOff() {
    // Given
    AlertRule rule = streak(2, 6);
    world.rule(rule);
    world.judge("a", 0, "rr");

    // When
    world.rule(new AlertRule(rule.id(), rule.signal(), 2, 0, 1, Severity.INFO, false, 6));

    // Then
    assertThat(world.standing()).isZero();
    world.judge("b", 0, "rrrr");
    assertThat(world.standing()).isZero();
  }

  @Test
  void shouldRefuseToActOnWhatItDoesNotKnow() {
    // When, Then
    assertThatThrownBy(() -> world.act(Action.INCIDENT_UNMUTED, "nothing-000000000000", ""))
        .isInstanceOf(RefusedActionException.class)
        .hasMessage("expected an incident, got nothing-000000000000");
  }

  @Test
  void shouldPassOverWhatPeopleDoElsewhere() {
    // When
    world.act(Action.PROBE_PROMOTED, "tiny/main/2", "");

    // Then
    assertThat(world.changes()).isEmpty();
  }

  @Test
  void shouldGoOnAfterARestart() {
    // Given
    world.rule(streak(3, 6));
    world.judge("a", 0, "rr");
    world.judge("b", 0, "rrr");
    world.changes();

    // When
    world.restart();
    world.judge("a", 2, "r");
    world.judge("b", 3, "i");

    // Then
    assertThat(world.changes())
        .extracting(IncidentChanged::notice)
        .containsExactly(Notice.RAISED, Notice.RECOVERED);
  }

  @Test
  void shouldForgetChainsThatAreTooManyAndEndTheirIncidents() {
    // Given
    DeskWorld small =
        new DeskWorld(new DeskLimits(2, 10, Duration.ofMinutes(10), Duration.ofSeconds(5), MINUTE));
    small.rule(streak(1, 6));
    small.judge("a", 0, "r");
    small.judge("b", 0, "r");

    // When
    small.judge("c", 0, "r");

    // Then
    assertThat(small.chains).containsOnlyKeys("b", "c");
    assertThat(small.standing()).isEqualTo(2);
  }

  @Test
  void shouldTakeAwayTheRecoveredIncidentThatIsOldestWhenThereAreTooMany() {
    // Given
    DeskWorld small =
        new DeskWorld(new DeskLimits(9, 2, Duration.ofMinutes(10), Duration.ofSeconds(5), MINUTE));
    small.rule(streak(1, 6));
    small.judge("a", 0, "r");
    small.judge("b", 0, "ri");
    small.publications();

    // When
    small.judge("c", 0, "r");

    // Then
    assertThat(small.publications())
        .extracting(Publication::changed)
        .first()
        .isEqualTo(Optional.empty());
    assertThat(small.incidents.values())
        .extracting(kept -> kept.incident().subject().name())
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void shouldForgetWhatWasQuietForTooLong() {
    // Given
    world.rule(share(AlertSignal.REMOVABLE_SHARE, 1, 0.5, 2));
    world.judge("a", 0, "rr");
    assertThat(world.standing()).isOne();

    // When
    world.pass(Duration.ofMinutes(61));

    // Then
    assertThat(world.standing()).isZero();
    assertThat(world.chains).isEmpty();
    assertThat(world.windows).isEmpty();
  }
}
