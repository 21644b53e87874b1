package dev.linchpin.alerting.webhook;

import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.WebhookAttempted;
import dev.linchpin.wire.WebhookAttempted.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Delivers notices: to each target by itself, notices of one incident one after the other. No
 * thread waits. Safe for use by several threads.
 */
final class Deliveries {
  private final List<WebhookTarget> targets;
  private final RetryPlan plan;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Function<WebhookAttempted, CompletableFuture<Void>> log;
  private final WebhookPost post;
  private final Map<String, CompletableFuture<Void>> last = new HashMap<>();
  private volatile boolean stopped;

  /**
   * Deliveries to targets.
   *
   * @param log keeps what became of each try; done when it is kept
   */
  Deliveries(
      List<WebhookTarget> targets,
      RetryPlan plan,
      InstantSource clock,
      RandomGenerator random,
      Function<WebhookAttempted, CompletableFuture<Void>> log) {
    this.targets = List.copyOf(targets);
    this.plan = plan;
    this.clock = clock;
    this.random = random;
    this.log = log;
    this.post = new WebhookPost(plan.timeout(), clock);
  }

  /** Done when every target that is to be told has the notice, or was given up. */
  CompletableFuture<Void> deliver(IncidentChanged changed) {
    return CompletableFuture.allOf(
        targets.stream()
            .filter(target -> changed.incident().severity().compareTo(target.atLeast()) >= 0)
            .map(target -> afterEarlier(target, changed))
            .toArray(CompletableFuture[]::new));
  }

  /** There are no more tries; what is not decided fails. */
  void stop() {
    stopped = true;
  }

  private synchronized CompletableFuture<Void> afterEarlier(
      WebhookTarget target, IncidentChanged changed) {
    String line = targets.indexOf(target) + "/" + changed.incident().id();
    CompletableFuture<Void> earlier =
        last.getOrDefault(line, CompletableFuture.completedFuture(null));
    CompletableFuture<Void> delivery = earlier.thenCompose(done -> attempt(target, changed, 1));
    last.put(line, delivery);
    var unused = delivery.whenComplete((done, fault) -> forget(line, delivery));
    return delivery;
  }

  private synchronized void forget(String line, CompletableFuture<Void> delivery) {
    last.remove(line, delivery);
  }

  private CompletableFuture<Void> attempt(
      WebhookTarget target, IncidentChanged changed, int number) {
    if (stopped) {
      return CompletableFuture.failedFuture(new CancellationException("webhooks stop"));
    }
    Instant begin = clock.instant();
    return post.post(target, changed)
        .thenCompose(
            answer -> {
              WebhookAttempted tried = tried(target, changed, number, answer, begin);
              CompletableFuture<Void> kept = log.apply(tried);
              return tried.outcome() == Outcome.WILL_RETRY
                  ? kept.thenCompose(done -> later(target, changed, number))
                  : kept;
            });
  }

  private CompletableFuture<Void> later(WebhookTarget target, IncidentChanged changed, int number) {
    long millis = plan.rest(number, random).toMillis();
    return CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
        .thenCompose(done -> attempt(target, changed, number + 1));
  }

  private WebhookAttempted tried(
      WebhookTarget target, IncidentChanged changed, int number, Answer answer, Instant begin) {
    return new WebhookAttempted(
        changed.incident().id(),
        changed.change(),
        target.host(),
        changed.notice(),
        number,
        answer.outcome(number >= plan.attempts()),
        answer.status(),
        answer.error(),
        begin,
        Duration.between(begin, clock.instant()));
  }
}
