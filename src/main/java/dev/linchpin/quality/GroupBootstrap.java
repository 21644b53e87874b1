package dev.linchpin.quality;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bootstrap that draws whole groups: the steps of one chain are not independent, so drawing single
 * steps would give intervals that are too narrow.
 */
public final class GroupBootstrap {
  private final List<int[]> groups;
  private final int resamples;
  private final long seed;

  /**
   * Bootstrap over these groups.
   *
   * @param groupOf {@code [n]}, the group of each observation
   * @param resamples how often to draw
   * @param seed makes the intervals repeatable
   */
  public GroupBootstrap(List<String> groupOf, int resamples, long seed) {
    this.groups = membersByGroup(groupOf);
    this.resamples = resamples;
    this.seed = seed;
  }

  /**
   * The percentile interval of a figure. Draws for which the figure is NaN are left out.
   *
   * @param predictions {@code [n]}, in the order of the groups given
   * @param figure from the predictions of one draw
   * @param confidence in (0, 1), for example 0.95
   */
  public Interval interval(
      Predictions predictions, ToDoubleFunction<Predictions> figure, double confidence) {
    return interval(draw -> figure.applyAsDouble(predictions.select(draw)), confidence);
  }

  /**
   * The percentile interval of how much a figure of {@code first} exceeds that of {@code second},
   * each draw made of both alike: what both share falls out. Draws for which the difference is NaN
   * are left out.
   *
   * @param first {@code [n]}, in the order of the groups given
   * @param second {@code [n]}, of the same observations
   * @param figure from the predictions of one draw
   * @param confidence in (0, 1), for example 0.95
   */
  public Interval difference(
      Predictions first,
      Predictions second,
      ToDoubleFunction<Predictions> figure,
      double confidence) {
    return interval(
        draw ->
            figure.applyAsDouble(first.select(draw)) - figure.applyAsDouble(second.select(draw)),
        confidence);
  }

  /**
   * The percentile interval of any figure. Draws for which it is NaN are left out.
   *
   * @param figure of the observations with these indices, some of them more than once
   * @param confidence in (0, 1), for example 0.95
   */
  public Interval interval(ToDoubleFunction<int[]> figure, double confidence) {
    Random random = new Random(seed);
    double[] figures =
        Stream.generate(() -> draw(random))
            .limit(groups.isEmpty() ? 0 : resamples)
            .mapToDouble(figure)
            .filter(value -> !Double.isNaN(value))
            .toArray();
    Percentiles percentiles = Percentiles.of(figures);
    double tail = (1 - confidence) / 2;
    return new Interval(percentiles.at(tail), percentiles.at(1 - tail));
  }

  private int[] draw(Random random) {
    int[][] drawn = new int[groups.size()][];
    Arrays.setAll(drawn, unused -> groups.get(random.nextInt(groups.size())));
    int[] members = new int[Arrays.stream(drawn).mapToInt(group -> group.length).sum()];
    int filled = 0;
    for (int[] group : drawn) {
      System.arraycopy(group, 0, members, filled, group.length);
      filled += group.length;
    }
    return members;
  }

  private static List<int[]> membersByGroup(List<String> groupOf) {
    Map<String, List<Integer>> members =
        IntStream.range(0, groupOf.size())
            .boxed()
            .collect(Collectors.groupingBy(groupOf::get, LinkedHashMap::new, Collectors.toList()));
    return members.values().stream()
        .map(indices -> indices.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }
}
