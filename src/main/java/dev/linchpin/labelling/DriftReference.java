package dev.linchpin.labelling;

import dev.linchpin.probe.TrainingReference;
import dev.linchpin.quality.Drift;
import dev.linchpin.stream.BinaryForm;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * As much of a probe's training as drift needs: no weights, no means of inputs.
 *
 * @param scoreShares {@code [TrainingReference.BINS]}, share of the test steps' scores in bins of
 *     equal width over [0, 1]
 * @param distanceMean mean distance of a test step from the training data
 * @param distanceDeviation standard deviation of that distance, above 0
 */
record DriftReference(double[] scoreShares, double distanceMean, double distanceDeviation) {

  static DriftReference of(TrainingReference reference) {
    return new DriftReference(
        reference.scoreShares(), reference.distanceMean(), reference.distanceDeviation());
  }

  /** Population stability index of scores against the test steps'; empty without scores. */
  OptionalDouble scoreDrift(List<GivenScore> scores) {
    if (scores.isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] now = scores.stream().mapToDouble(GivenScore::score).toArray();
    return OptionalDouble.of(
        Drift.stabilityIndex(scoreShares, Drift.shares(now, TrainingReference.BINS)));
  }

  /** Mean distance in deviations above a test step's mean; empty without distances. */
  OptionalDouble activationDrift(List<GivenScore> scores) {
    return scores.stream().flatMapToDouble(score -> score.distance().stream()).average().stream()
        .map(mean -> (mean - distanceMean) / distanceDeviation)
        .findFirst();
  }

  /** How it is kept. */
  static final class Form implements BinaryForm<DriftReference> {
    @Override
    public void write(DriftReference value, DataOutputStream out) throws IOException {
      for (double share : value.scoreShares) {
        out.writeDouble(share);
      }
      out.writeDouble(value.distanceMean);
      out.writeDouble(value.distanceDeviation);
    }

    @Override
    public DriftReference read(DataInputStream in) throws IOException {
      double[] shares = new double[TrainingReference.BINS];
      for (int i = 0; i < shares.length; i++) {
        shares[i] = in.readDouble();
      }
      return new DriftReference(shares, in.readDouble(), in.readDouble());
    }
  }
}
