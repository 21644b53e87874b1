package dev.linchpin.activation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which blocks of a model are captured, and whether as their mean.
 *
 * @param numbers of the blocks, from 1, ascending; empty for all
 * @param reduction what becomes of them
 */
public record LayerSelection(List<Integer> numbers, LayerReduction reduction) {
  /** All blocks, side by side. */
  public static final LayerSelection ALL = of(List.of());

  public LayerSelection {
    numbers = List.copyOf(numbers);
    Objects.requireNonNull(reduction, "reduction");
    List<Integer> proper = numbers.stream().filter(n -> n > 0).sorted().distinct().toList();
    if (!proper.equals(numbers)) {
      throw new IllegalArgumentException(
          "expected numbers of layers from 1, ascending, got " + numbers);
    }
  }

  /** These blocks, side by side. */
  public static LayerSelection of(List<Integer> numbers) {
    return new LayerSelection(numbers, LayerReduction.NONE);
  }

  /** The same blocks as their mean. */
  public LayerSelection mean() {
    return new LayerSelection(numbers, LayerReduction.MEAN);
  }

  /**
   * The shape of what is captured of a model. A list of all of its layers is the same as none.
   *
   * @param layers number of the model's blocks
   * @throws IllegalArgumentException if the model has no such layer
   */
  public CaptureShape shape(int layers, int hidden, Pooling pooling) {
    if (!numbers.isEmpty() && numbers.get(numbers.size() - 1) > layers) {
      throw new IllegalArgumentException(
          "expected layers from 1 to %d, got %s".formatted(layers, numbers));
    }
    LayerSelection selection =
        numbers.size() == layers ? new LayerSelection(List.of(), reduction) : this;
    int selected = numbers.isEmpty() ? layers : numbers.size();
    int rows = reduction == LayerReduction.MEAN ? 1 : selected;
    return new CaptureShape(rows, hidden, pooling, selection);
  }

  /**
   * What is captured of a step.
   *
   * @param all {@code [layers * hidden]} of all blocks, layer-major
   * @return {@code [rows * hidden]}, rows as {@link #shape} says
   */
  public float[] of(float[] all, int hidden) {
    float[] chosen = numbers.isEmpty() ? all : rows(all, hidden);
    return switch (reduction) {
      case NONE -> chosen;
      case MEAN -> LayerMean.of(chosen, hidden);
    };
  }

  private float[] rows(float[] all, int hidden) {
    float[] chosen = new float[numbers.size() * hidden];
    IntStream.range(0, numbers.size())
        .forEach(
            i -> System.arraycopy(all, (numbers.get(i) - 1) * hidden, chosen, i * hidden, hidden));
    return chosen;
  }

  /** For people: {@code all}, {@code 8,16,24}, {@code mean of all}. */
  @Override
  public String toString() {
    String which =
        numbers.isEmpty()
            ? "all"
            : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    return reduction == LayerReduction.MEAN ? "mean of " + which : which;
  }
}
