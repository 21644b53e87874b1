package dev.linchpin.page;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a page did.
 *
 * @param elapsedMs how long it was watched
 * @param longTasksMs each task that kept the page busy for 50 ms or more
 * @param pausesMs from each press on Pause until the page said that it stands still
 * @param scoresMs from the end of each step that was looked at until its score was on the page
 */
record PageFigures(double elapsedMs, double[] longTasksMs, double[] pausesMs, double[] scoresMs) {

  String table() {
    double all = Arrays.stream(longTasksMs).sum();
    return String.format(
        Locale.ROOT,
        """
        long tasks          %d, %.0f ms in all, longest %.0f ms, %.2f %% of the time
        Pause shown after   %s
        score shown after   %s
        """,
        longTasksMs.length,
        all,
        Arrays.stream(longTasksMs).max().orElse(0),
        100 * all / elapsedMs,
        spread(pausesMs),
        spread(scoresMs));
  }

  private static String spread(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    if (sorted.length == 0) {
      return "nothing was measured";
    }
    return String.format(
        Locale.ROOT,
        "median %.0f ms, 95 %% within %.0f ms, most %.0f ms, of %d",
        sorted[sorted.length / 2],
        sorted[(int) (0.95 * (sorted.length - 1))],
        sorted[sorted.length - 1],
        sorted.length);
  }
}
