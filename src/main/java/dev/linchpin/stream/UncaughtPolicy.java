package dev.linchpin.stream;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * What happens when a stream thread dies: after a failure that may pass, another thread takes its
 * records from the last commit on; after any other, the role stops and says why.
 */
final class UncaughtPolicy implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = Logger.getLogger(UncaughtPolicy.class);

  private final String work;
  private final BooleanSupplier closing;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /**
   * A policy without a failure yet.
   *
   * @param work what stops, such as "Scoring"
   * @param closing whether the role's owner closes it
   */
  UncaughtPolicy(String work, BooleanSupplier closing) {
    this.work = work;
    this.closing = closing;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable thrown) {
    Throwable root = root(thrown);
    if (mayPass(thrown) && !closing.getAsBoolean()) {
      LOG.warnf("Stream thread replaced: work=%s cause=%s", work, root);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    failure.compareAndSet(null, root);
    LOG.errorf(thrown, "Stream stopped: work=%s cause=%s", work, root);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** What stopped the role, if something did. */
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  private static boolean mayPass(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException) {
        return true;
      }
    }
    return false;
  }

  private static Throwable root(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
