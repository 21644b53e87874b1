package dev.linchpin.deadletters;

import dev.linchpin.wire.LogAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a letter is called: where it lies in {@code dead-letters}, as {@code partition:offset}.
 *
 * @param address partition and offset, both from 0
 */
public record LetterId(LogAddress address) {
  // Bounded, so that both are numbers of their types.
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

  /** The id of the letter at an offset of a partition. */
  public static LetterId of(int partition, long offset) {
    return new LetterId(new LogAddress(partition, offset));
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException when it is no id
   */
  public static LetterId parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("expected PARTITION:OFFSET, got '" + text + "'");
    }
    return of(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2)));
  }

  @Override
  public String toString() {
    return address.partition() + ":" + address.offset();
  }
}
