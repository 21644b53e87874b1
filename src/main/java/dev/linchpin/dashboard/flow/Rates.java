package dev.linchpin.dashboard.flow;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Records per second over the time since the rates before; empty where the topic did not answer.
 *
 * @param at end of that time
 * @param steps of {@code steps}
 * @param scores of {@code scores}
 * @param lowImportanceAlerts of {@code alerts.low-importance}
 * @param importantAlerts of {@code alerts.important}
 * @param chains half the records of {@code chains}: a chain has one at its start and one at its end
 * @param deadLetters of {@code dead-letters}
 */
public record Rates(
    Instant at,
    OptionalDouble steps,
    OptionalDouble scores,
    OptionalDouble lowImportanceAlerts,
    OptionalDouble importantAlerts,
    OptionalDouble chains,
    OptionalDouble deadLetters) {}
