package dev.linchpin.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The predictions whose score lies in one part of [0, 1].
 *
 * @param from lower bound of the scores, within the bin
 * @param to upper bound of the scores, within the bin only if it is 1
 * @param count predictions in it
 * @param positives of them, truly positive ones
 * @param meanScore mean of their scores; NaN without any
 */
public record CalibrationBin(double from, double to, int count, int positives, double meanScore) {
  /** Bins over [0, 1]. */
  public static final int BINS = 10;

  /** Ten bins of equal width in their order, empty ones too. */
  public static List<CalibrationBin> of(Predictions predictions) {
    List<List<Integer>> members = new ArrayList<>();
    IntStream.range(0, BINS).forEach(bin -> members.add(new ArrayList<>()));
    IntStream.range(0, predictions.size())
        .forEach(i -> members.get(index(predictions.scores()[i])).add(i));
    return IntStream.range(0, BINS)
        .mapToObj(bin -> of(bin, predictions.select(indices(members.get(bin)))))
        .toList();
  }

  /** Share of positives in [0, 1]; NaN without predictions. */
  public double share() {
    return (double) positives / count;
  }

  /** The 95 % Wilson interval of {@link #share}. */
  public Interval interval() {
    return Interval.wilson(positives, count);
  }

  /** The bin of a score in [0, 1], from 0. */
  static int index(double score) {
    return Math.min((int) (score * BINS), BINS - 1);
  }

  private static CalibrationBin of(int bin, Predictions members) {
    double sum = IntStream.range(0, members.size()).mapToDouble(i -> members.scores()[i]).sum();
    return new CalibrationBin(
        (double) bin / BINS,
        (double) (bin + 1) / BINS,
        members.size(),
        members.positives(),
        sum / members.size());
  }

  private static int[] indices(List<Integer> members) {
    return members.stream().mapToInt(Integer::intValue).toArray();
  }
}
