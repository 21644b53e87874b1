package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/**
 * How much parts of a sequence depend on its earlier parts: {@code I(i, j)}, the Frobenius norm of
 * the gradient of the summed token probabilities of part j with respect to the input embeddings of
 * part i (arXiv 2604.18307). The sequence is passed once per part j, several parts side by side.
 *
 * <p>The backward pass is asked of the engine itself, because of DJL's own collector there may be
 * one per process at a time, and a trainer may hold it.
 */
final class Influence {

  private final Transformer transformer;
  private final ModelConfig config;
  private final NDManager manager;
  private final int[] tokens;
  private final List<TokenSpan> parts;

  Influence(
      Transformer transformer,
      ModelConfig config,
      NDManager manager,
      int[] tokens,
      List<TokenSpan> parts) {
    this.transformer = transformer;
    this.config = config;
    this.manager = manager;
    this.tokens = tokens;
    this.parts = parts;
  }

  /**
   * Influence on parts {@code from} to {@code to}, half-open, of those before each.
   *
   * @param influence [parts][parts], filled at [i][j] for i before j
   */
  void fill(int from, int to, float[][] influence) {
    int rows = to - from;
    Inference.recorded(
        () -> {
          float[] gradient = gradient(from, rows);
          for (int row = 0; row < rows; row++) {
            for (int i = 0; i < from + row; i++) {
              influence[i][from + row] = norm(gradient, row, parts.get(i));
            }
          }
        });
  }

  /** [rows * tokens * hidden]. */
  private float[] gradient(int from, int rows) {
    NDArray embedded = embedded(rows);
    embedded.setRequiresGradient(true);
    Rotation rotation = Rotation.at(manager, config, new int[rows], tokens.length);
    Visibility causal = Visibility.causal(manager, tokens.length);
    List<NDArray> stream = transformer.blocks(embedded, rotation, causal, KeyValues.NONE);
    NDArray probability = probability(stream.get(stream.size() - 1), from, rows);
    JniUtils.backward((PtNDArray) probability, (PtNDArray) manager.ones(new Shape()), false, false);
    return embedded.getGradient().toFloatArray();
  }

  private NDArray embedded(int rows) {
    long[] ids = TokenBlock.of(tokens).ids();
    NDArray one = transformer.embed(manager.create(ids, new Shape(1, ids.length)));
    return one.stopGradient().repeat(0, rows);
  }

  /** Sum over the rows of the probabilities of each row's own part. */
  private NDArray probability(NDArray last, int from, int rows) {
    NDArray probabilities = transformer.logits(last).softmax(-1);
    NDArray sum = manager.zeros(new Shape());
    for (int row = 0; row < rows; row++) {
      TokenSpan part = parts.get(from + row);
      NDIndex before =
          new NDIndex().addIndices(row).addSliceDim(part.start() - 1L, part.end() - 1L);
      NDArray index = manager.create(next(part), new Shape(part.size(), 1));
      sum = sum.add(probabilities.get(before).gather(index, 1).sum());
    }
    return sum;
  }

  private long[] next(TokenSpan part) {
    long[] next = new long[part.size()];
    for (int i = 0; i < next.length; i++) {
      next[i] = tokens[part.start() + i];
    }
    return next;
  }

  private float norm(float[] gradient, int row, TokenSpan part) {
    int width = config.hidden();
    double sum = 0;
    for (int i = (row * tokens.length + part.start()) * width;
        i < (row * tokens.length + part.end()) * width;
        i++) {
      sum += (double) gradient[i] * gradient[i];
    }
    return (float) Math.sqrt(sum);
  }
}
