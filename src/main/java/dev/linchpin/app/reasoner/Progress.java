package dev.linchpin.app.reasoner;

import dev.linchpin.training.TrainingListener;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Shows on stderr how far long work has come. */
public final class Progress {
  private final PrintWriter err;

  /** Prints to {@code err}. */
  public Progress(PrintWriter err) {
    this.err = err;
  }

  /** Prints a line. */
  public void say(String line) {
    err.println(line);
    err.flush();
  }

  /** Prints a line about every tenth of {@code total}. */
  public IntConsumer of(String work, int total) {
    int tenth = Math.max(1, total / 10);
    return done -> {
      if (done % tenth == 0 || done == total) {
        say(work + ": " + done + " of " + total);
      }
    };
  }

  /** Prints how training goes. */
  void epoch(TrainingListener.Progress epoch) {
    say(
        String.format(
            Locale.ROOT,
            "epoch %d of %d: loss %.3f, validation AUROC %.3f",
            epoch.epoch(),
            epoch.epochs(),
            epoch.trainLoss(),
            epoch.validationAuroc()));
  }
}
