package dev.linchpin.dashboard.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A part of the dashboard that requests may ask for before it runs, and after.
 *
 * @param <T> what does the work
 */
public final class Part<T> {
  private final String name;
  private final AtomicReference<T> running = new AtomicReference<>();

  /**
   * A part that does not run.
   *
   * @param name for messages: "the live stream"
   */
  public Part(String name) {
    this.name = name;
  }

  /** It runs from now on. */
  public void set(T part) {
    running.set(part);
  }

  /**
   * What does the work.
   *
   * @throws ProblemException with 503 while it does not run
   */
  public T get() {
    T part = running.get();
    if (part == null) {
      throw ProblemException.unavailable(name + " has not started here");
    }
    return part;
  }

  /** What does the work, where it runs. */
  public Optional<T> find() {
    return Optional.ofNullable(running.get());
  }

  /** It does not run any longer; gives what did, or null. */
  public T clear() {
    return running.getAndSet(null);
  }
}
