package dev.linchpin.alerting;

import static dev.linchpin.alerting.AlertSignal.MISSED_DEADLINES;
import static dev.linchpin.alerting.AlertSignal.REMOVABLE_SHARE;
import static dev.linchpin.alerting.AlertSignal.REMOVABLE_STREAK;
import static dev.linchpin.alerting.AlertSignal.UNCERTAIN_SHARE;

import dev.linchpin.alerting.Observation.Ended;
import dev.linchpin.alerting.Observation.Judged;
import dev.linchpin.alerting.Observation.Timed;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.Incident.ScoredStep;
import dev.linchpin.wire.Incident.Subject;
import dev.linchpin.wire.Incident.SubjectKind;
import java.time.Instant;
import java.util.Optional;

/**
 * What steps say: streaks within a chain, shares over a model. A step that is seen twice counts
 * once, one that comes after a later one of its chain not at all. Not thread-safe.
 */
final class StepSignals {
  private final Shelf<ChainTrack> chains;
  private final Shelf<ShareWindow> windows;
  private final DeskLimits limits;
  private final IncidentBook book;

  StepSignals(
      Shelf<ChainTrack> chains, Shelf<ShareWindow> windows, DeskLimits limits, IncidentBook book) {
    this.chains = chains;
    this.windows = windows;
    this.limits = limits;
    this.book = book;
  }

  /** The champion judged a step. */
  void judged(Judged judged, AlertRules rules, Instant now) {
    ScoredStep step = judged.step();
    String chainId = step.ref().chainId();
    ChainTrack before = chains.get(chainId).orElseGet(() -> ChainTrack.none(now));
    if (step.ref().stepIndex() <= before.lastStep()) {
      return;
    }
    boolean removable = step.verdict() == Verdict.REMOVABLE;
    ChainTrack after = before.plus(step.ref().stepIndex(), removable, now);
    put(chainId, after, rules, now);
    rules
        .of(REMOVABLE_STREAK)
        .forEach(
            rule -> book.measured(rule, chain(chainId), after.streak(), Optional.of(step), now));
    share(REMOVABLE_SHARE, judged.model(), step, removable, rules, now);
    share(UNCERTAIN_SHARE, judged.model(), step, step.verdict() == Verdict.UNCERTAIN, rules, now);
    endIfComplete(chainId, after, rules, now);
  }

  /** Both times of a step are known. */
  void timed(Timed timed, AlertRules rules, Instant now) {
    share(MISSED_DEADLINES, timed.model(), timed.step(), !timed.inTime(), rules, now);
  }

  /** A chain ended; of one that was never judged there is nothing to end. */
  void ended(Ended ended, AlertRules rules, Instant now) {
    Optional<ChainTrack> known = chains.get(ended.chainId());
    if (known.isEmpty()) {
      return;
    }
    ChainTrack after = known.get().ended(ended.steps(), now);
    chains.put(ended.chainId(), after);
    endIfComplete(ended.chainId(), after, rules, now);
  }

  /** Time has passed: forgets what has ended or was quiet for too long. */
  void tick(AlertRules rules, Instant now) {
    chains.keys().stream()
        .filter(id -> chains.get(id).filter(track -> isOver(track, now)).isPresent())
        .toList()
        .forEach(id -> forget(id, rules, now));
    windows.keys().stream()
        .filter(key -> windows.get(key).filter(window -> isQuiet(window, now)).isPresent())
        .toList()
        .forEach(windows::remove);
  }

  private void put(String chainId, ChainTrack track, AlertRules rules, Instant now) {
    if (chains.get(chainId).isEmpty() && chains.size() >= limits.chains()) {
      forget(chains.eldest().orElseThrow(), rules, now);
    }
    chains.put(chainId, track);
  }

  /** The chain is known for a while yet, so that steps that are seen twice do not count twice. */
  private void endIfComplete(String chainId, ChainTrack track, AlertRules rules, Instant now) {
    if (track.isComplete()) {
      endStreak(chainId, rules, now);
    }
  }

  private void forget(String chainId, AlertRules rules, Instant now) {
    chains.remove(chainId);
    endStreak(chainId, rules, now);
  }

  private void endStreak(String chainId, AlertRules rules, Instant now) {
    rules.of(REMOVABLE_STREAK).forEach(rule -> book.gone(rule.id(), chain(chainId), now));
  }

  private void share(
      AlertSignal signal,
      String model,
      ScoredStep step,
      boolean holds,
      AlertRules rules,
      Instant now) {
    Subject subject = new Subject(SubjectKind.MODEL, model);
    for (AlertRule rule : rules.of(signal).toList()) {
      ShareWindow window = window(rule, model, now).plus(holds, now);
      windows.put(key(rule, model), window);
      window
          .share()
          .ifPresent(share -> book.measured(rule, subject, share, Optional.of(step), now));
    }
  }

  /** Anew where the rule's window has another size by now. */
  private ShareWindow window(AlertRule rule, String model, Instant now) {
    return windows
        .get(key(rule, model))
        .filter(window -> window.size() == rule.window())
        .orElseGet(() -> new ShareWindow(rule.window(), now));
  }

  private boolean isOver(ChainTrack track, Instant now) {
    return track
        .seenAt()
        .plus(track.hasEnded() ? limits.chainGrace() : limits.chainQuiet())
        .isBefore(now);
  }

  private boolean isQuiet(ShareWindow window, Instant now) {
    return window.seenAt().plus(limits.quiet()).isBefore(now);
  }

  private static String key(AlertRule rule, String model) {
    return rule.id() + "/" + model;
  }

  private static Subject chain(String chainId) {
    return new Subject(SubjectKind.CHAIN, chainId);
  }
}
