package dev.linchpin.dashboard.alerts;

import dev.linchpin.dashboard.http.Page;
import dev.linchpin.dashboard.http.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The newest entries of a log of one partition. Safe for use by several threads. */
final class Newest<V> {
  private record At<V>(long offset, V value) {}

  private final int most;
  private final Deque<At<V>> entries = new ArrayDeque<>();

  /**
   * Without entries.
   *
   * @param most how many it keeps
   */
  Newest(int most) {
    this.most = most;
  }

  /** One more, newer than all others. */
  synchronized void add(long offset, V value) {
    entries.addLast(new At<>(offset, value));
    if (entries.size() > most) {
      entries.removeFirst();
    }
  }

  /**
   * A page, newest first.
   *
   * @param wanted which entries
   * @param limit most of them
   * @param after cursor of an earlier page's {@code next}; empty for the first page
   * @throws ProblemException with 400 if the cursor is none
   */
  synchronized Page<V> page(Predicate<V> wanted, int limit, Optional<String> after) {
    long before = after.map(Newest::offset).orElse(Long.MAX_VALUE);
    List<At<V>> found = new ArrayList<>();
    Iterator<At<V>> newestFirst = entries.descendingIterator();
    while (newestFirst.hasNext() && found.size() <= limit) {
      At<V> entry = newestFirst.next();
      if (entry.offset() < before && wanted.test(entry.value())) {
        found.add(entry);
      }
    }
    boolean more = found.size() > limit;
    List<At<V>> page = more ? found.subList(0, limit) : found;
    Optional<String> next =
        more ? Optional.of(Long.toString(page.get(limit - 1).offset())) : Optional.empty();
    return new Page<>(page.stream().map(At::value).toList(), next);
  }

  private static long offset(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest("after: expected a cursor of this list, got " + cursor);
    }
  }
}
