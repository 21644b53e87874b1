package dev.linchpin.node;

import java.time.Duration;

/** Does something again and again, in a thread of its own. */
interface Ticker {
  /** Does a task at once, and again an interval after each time that it was done. */
  Ticking every(Duration interval, Runnable task);

  /** A task that is done again and again. */
  interface Ticking {
    /** Ends it with another task in its place, in the same thread; waits for that a while. */
    void end(Runnable last);
  }
}
