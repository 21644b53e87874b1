package dev.linchpin.training;

import dev.linchpin.probe.Calibration;
import dev.linchpin.quality.Predictions;

/**
 * Fits slope and intercept of {@code sigmoid(slope * logit + intercept)} by Newton's method on the
 * cross-entropy with Platt's softened labels, as Lin, Lin and Weng (2007) describe.
 */
final class PlattScaling {
  /** Of logits that do not order the steps: every score is then the share of important steps. */
  static final double SMALLEST_SLOPE = 1e-6;

  private static final int MOST_ITERATIONS = 100;
  private static final double SMALLEST_STEP = 1e-10;
  private static final double FLAT = 1e-7;
  private static final double RIDGE = 1e-12;

  private final double[] logits;
  private final double[] targets;

  private PlattScaling(Predictions logits) {
    this.logits = logits.scores();
    this.targets = softened(logits.positive(), logits.positives());
  }

  static Calibration fit(Predictions logits) {
    PlattScaling fit = new PlattScaling(logits);
    double positives = logits.positives();
    double prior = Math.log((positives + 1) / (logits.size() - positives + 1));
    Line line = fit.minimum(new Line(0, prior));
    return line.slope > SMALLEST_SLOPE
        ? new Calibration(line.slope, line.intercept)
        : new Calibration(SMALLEST_SLOPE, prior);
  }

  private static double[] softened(boolean[] positive, int positives) {
    double high = (positives + 1.0) / (positives + 2.0);
    double low = 1.0 / (positive.length - positives + 2.0);
    double[] targets = new double[positive.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = positive[i] ? high : low;
    }
    return targets;
  }

  private Line minimum(Line start) {
    Line line = start;
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      Line next = downhill(line, newtonStep(line));
      if (next.equals(line)) {
        return line;
      }
      line = next;
    }
    return line;
  }

  private Line newtonStep(Line line) {
    double gradientSlope = 0;
    double gradientIntercept = 0;
    double curveSlope = RIDGE;
    double curveIntercept = RIDGE;
    double curveBoth = 0;
    for (int i = 0; i < logits.length; i++) {
      double p = 1 / (1 + Math.exp(-line.at(logits[i])));
      double weight = p * (1 - p);
      gradientSlope += logits[i] * (p - targets[i]);
      gradientIntercept += p - targets[i];
      curveSlope += logits[i] * logits[i] * weight;
      curveIntercept += weight;
      curveBoth += logits[i] * weight;
    }
    if (Math.abs(gradientSlope) < FLAT && Math.abs(gradientIntercept) < FLAT) {
      return new Line(0, 0);
    }
    double determinant = curveSlope * curveIntercept - curveBoth * curveBoth;
    return new Line(
        (curveBoth * gradientIntercept - curveIntercept * gradientSlope) / determinant,
        (curveBoth * gradientSlope - curveSlope * gradientIntercept) / determinant);
  }

  /** The first of ever shorter steps that lowers the loss, or no step. */
  private Line downhill(Line from, Line step) {
    double loss = loss(from);
    for (double length = 1; length > SMALLEST_STEP; length /= 2) {
      Line to =
          new Line(from.slope + length * step.slope, from.intercept + length * step.intercept);
      if (loss(to) < loss) {
        return to;
      }
    }
    return from;
  }

  private double loss(Line line) {
    double loss = 0;
    for (int i = 0; i < logits.length; i++) {
      double z = line.at(logits[i]);
      loss += Math.max(z, 0) - targets[i] * z + Math.log1p(Math.exp(-Math.abs(z)));
    }
    return loss;
  }

  private record Line(double slope, double intercept) {
    double at(double logit) {
      return slope * logit + intercept;
    }
  }
}
