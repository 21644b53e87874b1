package dev.linchpin.dashboard.quality;

import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.ProbeEvaluated.Band;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a plot over time shows of an evaluation; the figures are those of {@link Evaluation}.
 *
 * @param at when it was computed
 */
public record QualityPoint(
    Instant at,
    OptionalDouble auroc,
    OptionalDouble aurocLow,
    OptionalDouble aurocHigh,
    OptionalDouble accuracy,
    OptionalDouble accuracyLow,
    OptionalDouble accuracyHigh,
    OptionalDouble calibrationError,
    long labels,
    OptionalDouble scoreDrift,
    OptionalDouble activationDrift) {

  static QualityPoint of(ProbeEvaluated evaluated) {
    return new QualityPoint(
        evaluated.evaluatedAt(),
        evaluated.figures().auroc(),
        low(evaluated.bands().auroc()),
        high(evaluated.bands().auroc()),
        evaluated.figures().accuracy(),
        low(evaluated.bands().accuracy()),
        high(evaluated.bands().accuracy()),
        evaluated.figures().calibrationError(),
        evaluated.labels(),
        evaluated.drift().score(),
        evaluated.drift().activation());
  }

  static OptionalDouble low(Optional<Band> band) {
    return band.map(b -> OptionalDouble.of(b.low())).orElse(OptionalDouble.empty());
  }

  static OptionalDouble high(Optional<Band> band) {
    return band.map(b -> OptionalDouble.of(b.high())).orElse(OptionalDouble.empty());
  }
}
