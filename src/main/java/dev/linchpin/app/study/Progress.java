package dev.linchpin.app.study;

import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** Shows on stderr how far long work has come. */
final class Progress {
  private final PrintWriter err;

  Progress(PrintWriter err) {
    this.err = err;
  }

  void say(String line) {
    err.println(line);
    err.flush();
  }

  /** Prints a line about every tenth of {@code total}. */
  IntConsumer of(String work, int total) {
    int tenth = Math.max(1, total / 10);
    return done -> {
      if (done % tenth == 0 || done == total) {
        say(work + ": " + done + " of " + total);
      }
    };
  }
}
