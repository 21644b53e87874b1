package dev.linchpin.reasoning;

import java.time.Duration;
import java.util.List;

/**
 * How long before the next step was complete the verdict on a step was written.
 *
 * @param step the step the verdict is about
 * @param ahead deadline minus time of writing; positive when the verdict came in time
 */
public record LeadTime(StepRef step, Duration ahead) {
  /** Upper bounds of a histogram's bins, milliseconds; beyond the last there is one more bin. */
  public static final List<Integer> BOUNDS_MS =
      List.of(1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 1_000, 2_000, 5_000, 10_000);

  /** Whether the verdict was written before the next step was complete. */
  public boolean inTime() {
    return ahead.compareTo(Duration.ZERO) > 0;
  }
}
