package dev.linchpin.activation;

import java.util.Objects;

/**
 * The shape of a step's activations: {@code [layers, hidden]}, pooled over the step's tokens.
 *
 * @param layers number of rows: of blocks captured, or 1 for their mean; at least 1
 * @param hidden width of the residual stream, at least 1
 * @param pooling how tokens became one vector per layer
 * @param selection which of the model's blocks the rows are
 */
public record CaptureShape(int layers, int hidden, Pooling pooling, LayerSelection selection) {
  public CaptureShape {
    if (layers < 1 || hidden < 1) {
      throw new IllegalArgumentException(
          "expected at least one layer and one hidden unit, got [" + layers + ", " + hidden + "]");
    }
    Objects.requireNonNull(pooling, "pooling");
    requireRows(layers, selection);
  }

  /** All blocks of a model. */
  public CaptureShape(int layers, int hidden, Pooling pooling) {
    this(layers, hidden, pooling, LayerSelection.ALL);
  }

  /** What is left of this when its rows become their mean: itself if they are one already. */
  public CaptureShape mean() {
    return new CaptureShape(1, hidden, pooling, selection.mean());
  }

  /**
   * Number of values of one step: {@code layers * hidden}.
   *
   * @throws ArithmeticException if no array can hold so many
   */
  public int size() {
    return Math.multiplyExact(layers, hidden);
  }

  /** As {@link #size()}, for a shape that nobody has checked. */
  public long values() {
    return (long) layers * hidden;
  }

  private static void requireRows(int layers, LayerSelection selection) {
    boolean fits =
        switch (selection.reduction()) {
          case NONE -> selection.numbers().isEmpty() || selection.numbers().size() == layers;
          case MEAN -> layers == 1;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "expected as many rows as layers %s gives, got %d".formatted(selection, layers));
    }
  }
}
