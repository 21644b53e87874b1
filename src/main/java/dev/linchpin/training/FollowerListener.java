package dev.linchpin.training;

/** Hears what happens while labels are followed, on the follower's thread. */
@FunctionalInterface
public interface FollowerListener {
  /** Something has happened. */
  void heard(FollowerEvent event);
}
