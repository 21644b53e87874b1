package dev.linchpin.dashboard.alerts;

import dev.linchpin.alerting.ActionDetail;
import dev.linchpin.alerting.AlertRule;
import dev.linchpin.alerting.AlertRules;
import dev.linchpin.alerting.AuditLog;
import dev.linchpin.alerting.IncidentActions;
import dev.linchpin.alerting.IncidentView;
import dev.linchpin.alerting.RefusedActionException;
import dev.linchpin.dashboard.http.Page;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.log.Start;
import dev.linchpin.log.TopicFollower;
import dev.linchpin.log.TopicTail;
import dev.linchpin.log.ValueReader;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Incident;
import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.OperatorActed;
import dev.linchpin.wire.OperatorActed.Action;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WebhookAttempted;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Incidents, rules, deliveries and the audit log of a cluster. Safe for use by several threads. */
final class AlertService implements AutoCloseable {
  private static final int NEWEST = 1_000;

  private final InstantSource clock;
  private final Consumer<IncidentView> listener;
  private final AuditLog log;
  private final KnownIncidents incidents = new KnownIncidents();
  private final RuleBook rules = new RuleBook();
  private final Newest<OperatorActed> audit = new Newest<>(NEWEST);
  private final Newest<WebhookAttempted> deliveries = new Newest<>(NEWEST);
  private final List<TopicFollower> followers;

  /**
   * A service that reads from now on.
   *
   * @param clock says when something is done, and what is muted
   * @param listener hears of each change of an incident, but not of those that there were before
   */
  AlertService(Cluster cluster, InstantSource clock, Consumer<IncidentView> listener) {
    this.clock = clock;
    this.listener = listener;
    this.log = new AuditLog(cluster, clock);
    Topics topics = cluster.topics();
    this.followers =
        List.of(
            follow(cluster, topics.incidents(), this::note, this::tell),
            follow(cluster, topics.audit(), this::noteAction, this::noteAction),
            follow(cluster, topics.deliveries(), this::noteDelivery, this::noteDelivery));
  }

  /** Whether all that was there at the start was read. */
  boolean isCurrent() {
    return followers.stream().allMatch(TopicFollower::isCaughtUp);
  }

  /** A page of incidents, newest first. */
  IncidentList incidents(IncidentQuery query, int limit, Optional<String> after) {
    requireCurrent();
    return incidents.page(query, limit, after.map(IncidentCursor::parse), clock.instant());
  }

  /** Someone has seen an incident: the incident as it will be. */
  IncidentView acknowledge(String id, String user, String note) {
    return act(id, user, Action.INCIDENT_ACKNOWLEDGED, valid(() -> ActionDetail.ofNote(note)));
  }

  /** Someone does not want to hear of it for a while: the incident as it will be. */
  IncidentView mute(String id, String user, long minutes) {
    return act(id, user, Action.INCIDENT_MUTED, valid(() -> ActionDetail.ofMinutes(minutes)));
  }

  /** Someone wants to hear of it again: the incident as it will be. */
  IncidentView unmute(String id, String user) {
    return act(id, user, Action.INCIDENT_UNMUTED, "");
  }

  /** The rules in force. */
  List<AlertRule> rules() {
    requireCurrent();
    return rules.get().all();
  }

  /** Someone changes or adds a rule. */
  AlertRule change(AlertRule rule, String user) {
    requireCurrent();
    OperatorActed acted = log.now(user, Action.RULE_CHANGED, rule.id(), ActionDetail.ofRule(rule));
    AlertRules after = possible(() -> rules.get().after(acted));
    log.write(acted);
    return after.find(rule.id()).orElseThrow();
  }

  /** A page of tries at webhooks, newest first, perhaps only those about one incident. */
  Page<WebhookAttempted> deliveries(Optional<String> incident, int limit, Optional<String> after) {
    requireCurrent();
    return deliveries.page(
        tried -> incident.map(tried.incidentId()::equals).orElse(true), limit, after);
  }

  /** A page of what people did, newest first. */
  Page<OperatorActed> audit(int limit, Optional<String> after) {
    requireCurrent();
    return audit.page(acted -> true, limit, after);
  }

  @Override
  public void close() {
    followers.forEach(TopicFollower::close);
    log.close();
  }

  private IncidentView act(String id, String user, Action action, String detail) {
    requireCurrent();
    OperatorActed acted = log.now(user, action, id, detail);
    Incident incident = incidents.get(id);
    Incident after = possible(() -> IncidentActions.after(incident, acted));
    log.write(acted);
    return IncidentView.of(after);
  }

  private static <V> TopicFollower follow(
      Cluster cluster,
      Topic<V> topic,
      Consumer<TopicTail.Entry<V>> past,
      Consumer<TopicTail.Entry<V>> news) {
    return ValueReader.follow(cluster, topic, Start.BEGINNING, past, news);
  }

  private void note(TopicTail.Entry<IncidentChanged> entry) {
    incidents.note(entry.key(), entry.value());
  }

  private void tell(TopicTail.Entry<IncidentChanged> entry) {
    note(entry);
    entry.value().map(IncidentChanged::incident).map(IncidentView::of).ifPresent(listener);
  }

  private void noteAction(TopicTail.Entry<OperatorActed> entry) {
    entry.value().ifPresent(acted -> audit.add(entry.at().offset(), acted));
    entry.value().ifPresent(rules::note);
  }

  private void noteDelivery(TopicTail.Entry<WebhookAttempted> entry) {
    entry.value().ifPresent(tried -> deliveries.add(entry.at().offset(), tried));
  }

  private void requireCurrent() {
    if (!isCurrent()) {
      throw ProblemException.unavailable("the alerts are still being read");
    }
  }

  private static <T> T valid(Supplier<T> detail) {
    try {
      return detail.get();
    } catch (RefusedActionException e) {
      throw ProblemException.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private static <T> T possible(Supplier<T> after) {
    try {
      return after.get();
    } catch (RefusedActionException e) {
      throw ProblemException.conflict(String.valueOf(e.getMessage()));
    }
  }
}
