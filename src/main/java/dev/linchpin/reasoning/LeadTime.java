package dev.linchpin.reasoning;

import java.time.Duration;

/**
 * How long before the next step was complete the verdict on a step was written.
 *
 * @param step the step the verdict is about
 * @param ahead deadline minus time of writing; positive when the verdict came in time
 */
public record LeadTime(StepRef step, Duration ahead) {
  /** Whether the verdict was written before the next step was complete. */
  public boolean inTime() {
    return ahead.compareTo(Duration.ZERO) > 0;
  }
}
