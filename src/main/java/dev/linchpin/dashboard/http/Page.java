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
  /** Items of a page unless told otherwise. */
  public static final int DEFAULT_LIMIT = 50;

  private static final int MOST = 200;

  public Page {
    items = List.copyOf(items);
  }

  /**
   * The limit that was asked for.
   *
   * @throws ProblemException with 400 unless it is in [1, 200]
   */
  public static int limit(Optional<Integer> wanted) {
    int limit = wanted.orElse(DEFAULT_LIMIT);
    if (limit < 1 || limit > MOST) {
      throw ProblemException.badRequest("limit: expected 1 to %d, got %d".formatted(MOST, limit));
    }
    return limit;
  }
}
