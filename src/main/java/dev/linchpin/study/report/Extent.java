package dev.linchpin.study.report;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/** From the least to the greatest of some numbers, never empty: what an axis has to cover. */
record Extent(double low, double high) {
  private static final double SAME = 1e-9;

  /** Of the finite ones; 0 to 1 if there is none but 0, with room around if all are equal. */
  static Extent of(DoubleStream numbers) {
    DoubleSummaryStatistics finite = numbers.filter(Double::isFinite).summaryStatistics();
    double low = finite.getMin();
    double high = finite.getMax();
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (finite.getCount() == 0 || size == 0) {
      return new Extent(0, 1);
    }
    double room = high - low <= SAME * size ? size / 10 : 0;
    return new Extent(low - room, high + room);
  }

  /** Wider by a share of its length on either side. */
  Extent widened(double share) {
    double room = share * (high - low);
    return new Extent(low - room, high + room);
  }

  /** Pixels of a number where the ends have these. */
  double place(double value, double atLow, double atHigh) {
    return atLow + (value - low) / (high - low) * (atHigh - atLow);
  }
}
