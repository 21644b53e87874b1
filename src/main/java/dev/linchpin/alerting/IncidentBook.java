package dev.linchpin.alerting;

import dev.linchpin.wire.Incident;
import dev.linchpin.wire.Incident.Handling;
import dev.linchpin.wire.Incident.Reading;
import dev.linchpin.wire.Incident.ScoredStep;
import dev.linchpin.wire.Incident.State;
import dev.linchpin.wire.Incident.Subject;
import dev.linchpin.wire.Incident.SubjectKind;
import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.IncidentChanged.Notice;
import dev.linchpin.wire.OperatorActed;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The incidents: one at a time for each rule and what it is about. Raised at the first measurement
 * beyond the rule's threshold, over at the first one that is good again or when its subject is
 * gone; what is raised after that is another incident.
 *
 * <p>Openings, recoveries and what people do are published at once, further occurrences at the next
 * {@link #tick}. Not thread-safe.
 */
final class IncidentBook {
  private final Shelf<Kept> incidents;
  private final DeskLimits limits;
  private final Consumer<Publication> out;
  private final NoticeBudget budget = new NoticeBudget();
  private final Map<String, String> latest = new HashMap<>();

  /**
   * A book.
   *
   * @param incidents what there is already
   * @param out takes what is published
   */
  IncidentBook(Shelf<Kept> incidents, DeskLimits limits, Consumer<Publication> out) {
    this.incidents = incidents;
    this.limits = limits;
    this.out = out;
    incidents.values().stream()
        .map(Kept::incident)
        .sorted(Comparator.comparing(Incident::openedAt))
        .forEach(incident -> latest.put(place(incident), incident.id()));
  }

  /**
   * A measurement.
   *
   * @param subject what was measured
   * @param value in the unit of the rule's signal
   * @param step that led to it
   */
  void measured(
      AlertRule rule, Subject subject, double value, Optional<ScoredStep> step, Instant now) {
    Optional<Kept> standing = latest(rule.id(), subject).filter(IncidentBook::isStanding);
    if (rule.raises(value)) {
      Reading reading = new Reading(value, rule.raiseAt(), now, step);
      standing.ifPresentOrElse(
          kept -> put(kept.news(kept.incident().raised(reading, rule.severity()), now)),
          () -> open(rule, subject, reading));
    } else if (rule.clears(value)) {
      standing.ifPresent(kept -> recover(kept, now));
    } else {
      standing.ifPresent(kept -> put(kept.seen(now)));
    }
  }

  /** What the rule is about will not be measured any more. */
  void gone(String rule, Subject subject, Instant now) {
    latest(rule, subject).filter(IncidentBook::isStanding).ifPresent(kept -> recover(kept, now));
  }

  /** A rule is no longer at work. */
  void disabled(String rule, Instant now) {
    for (Kept kept : incidents.values()) {
      if (isStanding(kept) && kept.incident().rule().equals(rule)) {
        recover(kept, now);
      }
    }
  }

  /**
   * Someone did something about an incident.
   *
   * @param rule by its id
   * @throws RefusedActionException if that cannot be
   */
  void acted(OperatorActed acted, Function<String, Optional<AlertRule>> rule, Instant now) {
    Kept kept =
        incidents
            .get(acted.target())
            .orElseThrow(
                () -> new RefusedActionException("expected an incident, got " + acted.target()));
    publishHandled(kept, IncidentActions.after(kept.incident(), acted), rule, now);
  }

  /** Time has passed: publishes what is news, ends mutes and what was quiet for too long. */
  void tick(Function<String, Optional<AlertRule>> rule, Instant now) {
    for (Kept kept : incidents.values()) {
      Incident incident = kept.incident();
      boolean muteIsOver = incident.handling().mutedUntil().isPresent() && !incident.isMuted(now);
      if (isStanding(kept) && isQuiet(kept, now)) {
        recover(kept, now);
      } else if (muteIsOver) {
        publishHandled(kept, IncidentActions.muted(incident, Optional.empty()), rule, now);
      } else if (kept.isNews()) {
        publish(kept, incident, Notice.NONE, now);
      }
    }
  }

  private void open(AlertRule rule, Subject subject, Reading reading) {
    Optional<Incident> before = latest(rule.id(), subject).map(Kept::incident);
    Incident opened =
        new Incident(
            IncidentIds.of(rule.id(), subject, reading.at(), before.map(Incident::id).orElse("")),
            rule.id(),
            rule.severity(),
            subject,
            State.OPEN,
            reading,
            1,
            reading.at(),
            Optional.empty(),
            before.map(each -> stillMuted(each, reading.at())).orElse(Handling.NONE),
            0);
    makeRoom();
    latest.put(place(opened), opened.id());
    tell(Kept.opened(opened, reading.at()), opened, rule, reading.at());
  }

  private static Handling stillMuted(Incident before, Instant now) {
    return new Handling(
        Optional.empty(), Optional.empty(), before.handling().mutedUntil().filter(now::isBefore));
  }

  /** Publishes it as raised, unless it is muted or its rule has no notices left. */
  private void tell(Kept kept, Incident incident, AlertRule rule, Instant now) {
    if (incident.isMuted(now) || !budget.take(rule, now)) {
      publish(kept, incident.suppressed(), Notice.NONE, now);
    } else {
      publish(kept, incident, Notice.RAISED, now);
    }
  }

  /** What nobody was told while it was muted is told when the mute is over. */
  private void publishHandled(
      Kept kept, Incident next, Function<String, Optional<AlertRule>> rule, Instant now) {
    boolean unmuted = kept.incident().handling().mutedUntil().isPresent() && !next.isMuted(now);
    Optional<AlertRule> known = rule.apply(next.rule());
    if (unmuted && next.state() == State.OPEN && !kept.isTold() && known.isPresent()) {
      tell(kept, next, known.get(), now);
    } else {
      publish(kept, next, Notice.NONE, now);
    }
  }

  /** Whoever was told that it was raised is told that it is over, muted or not. */
  private void recover(Kept kept, Instant now) {
    publish(
        kept, kept.incident().recovered(now), kept.isTold() ? Notice.RECOVERED : Notice.NONE, now);
  }

  private void publish(Kept kept, Incident next, Notice notice, Instant now) {
    Kept published = kept.published(next, kept.isTold() || notice == Notice.RAISED);
    put(published);
    IncidentChanged changed = new IncidentChanged(next, published.change(), now, notice);
    out.accept(new Publication(next.id(), Optional.of(changed)));
  }

  private void makeRoom() {
    if (incidents.size() < limits.incidents()) {
      return;
    }
    Incident victim =
        incidents.values().stream()
            .filter(kept -> !isStanding(kept))
            .findFirst()
            .or(() -> incidents.eldest().flatMap(incidents::get))
            .orElseThrow()
            .incident();
    incidents.remove(victim.id());
    latest.remove(place(victim), victim.id());
    out.accept(new Publication(victim.id(), Optional.empty()));
  }

  private void put(Kept kept) {
    incidents.put(kept.incident().id(), kept);
  }

  private Optional<Kept> latest(String rule, Subject subject) {
    return Optional.ofNullable(latest.get(place(rule, subject))).flatMap(incidents::get);
  }

  private boolean isQuiet(Kept kept, Instant now) {
    boolean chain = kept.incident().subject().kind() == SubjectKind.CHAIN;
    return kept.seenAt().plus(chain ? limits.chainQuiet() : limits.quiet()).isBefore(now);
  }

  private static boolean isStanding(Kept kept) {
    return kept.incident().isStanding();
  }

  private static String place(Incident incident) {
    return place(incident.rule(), incident.subject());
  }

  private static String place(String rule, Subject subject) {
    return rule + "/" + subject.kind() + "/" + subject.name();
  }
}
