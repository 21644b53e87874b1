package dev.linchpin.alerting;

import dev.linchpin.alerting.Observation.Acted;
import dev.linchpin.alerting.Observation.Buried;
import dev.linchpin.alerting.Observation.Ended;
import dev.linchpin.alerting.Observation.Judged;
import dev.linchpin.alerting.Observation.Measured;
import dev.linchpin.alerting.Observation.Timed;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.Incident;
import dev.linchpin.wire.Incident.ScoredStep;
import dev.linchpin.wire.Incident.Severity;
import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.OperatorActed;
import dev.linchpin.wire.OperatorActed.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A desk with a time of its own, whose state is kept in maps. */
final class DeskWorld {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  static final String STREAK = "removable-streak";

  final Map<String, AlertRule> rules = new HashMap<>();
  final Map<String, ChainTrack> chains = new HashMap<>();
  final Map<String, ShareWindow> windows = new HashMap<>();
  final Map<String, Kept> incidents = new HashMap<>();

  private final DeskLimits limits;
  private final List<Publication> published = new ArrayList<>();
  private AlertDesk desk;
  private Instant now = START;

  DeskWorld() {
    this(DeskLimits.DEFAULT);
  }

  DeskWorld(DeskLimits limits) {
    this.limits = limits;
    restart();
  }

  /** As after a crash: only what was kept is known. */
  void restart() {
    desk =
        new AlertDesk(
            new DeskState(shelf(rules), shelf(chains), shelf(windows), shelf(incidents)),
            limits,
            published::add);
  }

  Instant now() {
    return now;
  }

  /** Time passes, and the desk looks at what it has done. */
  void pass(Duration time) {
    now = now.plus(time);
    desk.tick(now);
  }

  /** Verdicts on a chain's next steps: r, u and i. */
  void judge(String chain, int firstStep, String verdicts) {
    for (int i = 0; i < verdicts.length(); i++) {
      judge("tiny", chain, firstStep + i, verdict(verdicts.charAt(i)));
    }
  }

  void judge(String model, String chain, int step, Verdict verdict) {
    desk.take(new Judged(model, scored(chain, step, verdict)), now);
  }

  void time(String chain, int step, boolean inTime) {
    desk.take(new Timed("tiny", scored(chain, step, Verdict.IMPORTANT), inTime), now);
  }

  void end(String chain, int steps) {
    desk.take(new Ended(chain, steps), now);
  }

  void evaluate(String probe, long labels, double auroc) {
    desk.take(
        new Measured(
            probe,
            labels,
            500,
            OptionalDouble.of(auroc),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty()),
        now);
  }

  void bury() {
    desk.take(new Buried(), now);
  }

  void act(Action action, String target, String detail) {
    desk.take(new Acted(new OperatorActed(now, "ada", action, target, detail)), now);
  }

  /** Puts a rule in the place of the one with its id. */
  void rule(AlertRule rule) {
    act(Action.RULE_CHANGED, rule.id(), ActionDetail.ofRule(rule));
  }

  static AlertRule streak(int raiseAt, int notices) {
    return new AlertRule(
        STREAK, AlertSignal.REMOVABLE_STREAK, raiseAt, 0, 1, Severity.INFO, true, notices);
  }

  static AlertRule share(AlertSignal signal, double raiseAt, double clearAt, int window) {
    String id = "share-of-" + window;
    return new AlertRule(id, signal, raiseAt, clearAt, window, Severity.WARNING, true, 6);
  }

  /** What was published since the last call. */
  List<Publication> publications() {
    List<Publication> since = List.copyOf(published);
    published.clear();
    return since;
  }

  /** Changes that were published since the last call. */
  List<IncidentChanged> changes() {
    return publications().stream().flatMap(each -> each.changed().stream()).toList();
  }

  /** The only incident of a rule that is not over. */
  Incident standing(String rule) {
    List<Incident> found =
        incidents.values().stream()
            .map(Kept::incident)
            .filter(incident -> incident.isStanding() && incident.rule().equals(rule))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError("expected one incident of " + rule + ", got " + found);
    }
    return found.get(0);
  }

  long standing() {
    return incidents.values().stream().filter(kept -> kept.incident().isStanding()).count();
  }

  private static ScoredStep scored(String chain, int step, Verdict verdict) {
    return new ScoredStep(new StepRef(chain, step), 0.25, verdict);
  }

  private static Verdict verdict(char letter) {
    return switch (letter) {
      case 'r' -> Verdict.REMOVABLE;
      case 'u' -> Verdict.UNCERTAIN;
      case 'i' -> Verdict.IMPORTANT;
      default -> throw new AssertionError("expected r, u or i, got " + letter);
    };
  }

  private static <V> Shelf<V> shelf(Map<String, V> kept) {
    Shelf<V> shelf =
        new Shelf<>(
            (key, value) -> {
              if (value == null) {
                kept.remove(key);
              } else {
                kept.put(key, value);
              }
            });
    kept.forEach(shelf::load);
    return shelf;
  }
}
