package dev.linchpin.page;

import java.util.Locale;
import java.util.Map;

/**
 * A page and a monitor at a time of a load.
 *
 * @param seconds since the load began
 * @param page bytes of the page's heap after a collection
 * @param heap bytes of the monitor's heap after a collection
 * @param resident bytes of the monitor's process
 * @param behind records that each group is behind
 */
record Moment(double seconds, double page, double heap, double resident, Map<String, Long> behind) {
  static final String HEAD = "            page's heap  monitor's heap  monitor's process\n";

  private static final double MEBIBYTE = 1 << 20;

  String line() {
    return line("%6.0f s".formatted(seconds), page, heap, resident).stripTrailing()
        + "   behind: "
        + behind
        + "\n";
  }

  /** What was more than at an earlier moment, for each minute between. */
  String growthSince(Moment earlier) {
    double minutes = (seconds - earlier.seconds) / 60;
    return line(
        "a minute",
        (page - earlier.page) / minutes,
        (heap - earlier.heap) / minutes,
        (resident - earlier.resident) / minutes);
  }

  private static String line(String name, double page, double heap, double resident) {
    return String.format(
        Locale.ROOT,
        "%-10s %8.1f MiB %11.1f MiB %14.1f MiB%n",
        name,
        page / MEBIBYTE,
        heap / MEBIBYTE,
        resident / MEBIBYTE);
  }
}
