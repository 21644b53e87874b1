package dev.linchpin.alerting.webhook;

import dev.linchpin.wire.WebhookAttempted.Outcome;
import java.util.Optional;
import java.util.OptionalInt;

/** What became of a try at a target. */
sealed interface Answer {

  /** The target answered. */
  record Status(int code) implements Answer {}

  /** It did not. */
  record Failure(String why) implements Answer {}

  /**
   * What follows from it.
   *
   * @param isLast whether there is no other try
   */
  default Outcome outcome(boolean isLast) {
    if (this instanceof Status status && isSuccess(status.code())) {
      return Outcome.DELIVERED;
    }
    boolean mayPass = !(this instanceof Status status) || RetryPlan.mayPass(status.code());
    return mayPass && !isLast ? Outcome.WILL_RETRY : Outcome.GAVE_UP;
  }

  /** HTTP status, where there is one. */
  default OptionalInt status() {
    return this instanceof Status status ? OptionalInt.of(status.code()) : OptionalInt.empty();
  }

  /** Why there is none. */
  default Optional<String> error() {
    return this instanceof Failure failure ? Optional.of(failure.why()) : Optional.empty();
  }

  private static boolean isSuccess(int code) {
    return code >= 200 && code < 300;
  }
}
