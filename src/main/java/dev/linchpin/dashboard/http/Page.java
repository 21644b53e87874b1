package dev.linchpin.dashboard.http;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list that is longer.
 *
 * @param items in the list's order
 * @param next cursor of the part after it; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;

  public Page {
    items = List.copyOf(items);
  }

  /**
   * The limit that was asked for; 50 unless told otherwise.
   *
   * @throws ProblemException with 400 unless it is in [1, 200]
   */
  public static int limit(Optional<String> wanted) {
    return Params.whole("limit", wanted, 1, MOST, DEFAULT_LIMIT);
  }
}
