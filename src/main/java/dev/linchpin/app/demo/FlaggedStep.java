package dev.linchpin.app.demo;

import dev.linchpin.reasoning.LeadTime;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;

/**
 * All that is known of a step once the next one is complete.
 *
 * @param completed the step as the node published it
 * @param scored the champion's score
 * @param leadTime how long before the next step was complete the score was written
 */
record FlaggedStep(StepCompleted completed, StepScored scored, LeadTime leadTime) {
  double leadTimeMs() {
    return leadTime.ahead().toNanos() / 1e6;
  }

  String text() {
    return completed.text().orElse("(text withheld)").strip();
  }
}
