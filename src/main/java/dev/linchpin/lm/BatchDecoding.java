package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.Arrays;

/**
 * Several sequences decoded side by side, each with its cached keys and values. Rows may be fed
 * different numbers of tokens, and can be dropped. Not safe for use from several threads at once.
 */
public final class BatchDecoding implements AutoCloseable {

  /** Tokens of all rows in one pass, at most, so that attention scores stay small. */
  private static final int TOKENS_PER_PASS = 4096;

  private static final int MIN_WIDTH = 16;
  private static final int MAX_WIDTH = 512;

  private final ModelConfig config;
  private final Transformer transformer;
  private final Capture capture;
  private final NDManager manager;
  private final KvCache cache;
  private final SlotTable slots;
  private int[] positions;
  private float[][] logits;
  private float[][] residuals;

  BatchDecoding(
      NDManager parent, ModelConfig config, Transformer transformer, int rows, Capture capture) {
    if (rows < 1) {
      throw new IllegalArgumentException("expected at least one row, got " + rows);
    }
    this.config = config;
    this.transformer = transformer;
    this.capture = capture;
    this.manager = parent.newSubManager();
    this.cache = new KvCache(manager, config, rows);
    this.slots = new SlotTable(rows);
    this.positions = new int[rows];
    this.logits = new float[rows][];
    this.residuals = new float[rows][];
  }

  public int rows() {
    return positions.length;
  }

  /** Tokens that a row has been fed. */
  public int position(int row) {
    return positions[row];
  }

  /** Logits [vocab] after a row's last token. */
  public float[] logits(int row) {
    return fed(logits[row]);
  }

  /**
   * Residual stream [layers * hidden], layer-major, after each block at a row's last token.
   *
   * @throws IllegalStateException when nothing was fed or capture is off
   */
  public float[] residuals(int row) {
    return fed(residuals[row]);
  }

  private static float[] fed(float[] values) {
    if (values == null) {
      throw new IllegalStateException("nothing captured yet: feed tokens first");
    }
    return values;
  }

  /**
   * Feeds each row its next tokens, at least one.
   *
   * @param tokens [rows][any]
   */
  public void feed(int[][] tokens) {
    check(tokens);
    int longest = Arrays.stream(tokens).mapToInt(row -> row.length).max().orElseThrow();
    int widest = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, TOKENS_PER_PASS / rows()));
    for (int from = 0; from < longest; from += widest) {
      pass(new TokenBlock(tokens, from, Math.min(widest, longest - from)));
    }
  }

  private void check(int[][] tokens) {
    if (tokens.length != rows()) {
      throw new IllegalArgumentException(
          "expected tokens for " + rows() + " rows, got " + tokens.length);
    }
    for (int row = 0; row < tokens.length; row++) {
      Tokens.check(config, tokens[row], positions[row]);
    }
  }

  private void pass(TokenBlock block) {
    cache.reserve(block.width());
    Inference.run(() -> compute(block));
    cache.advance(block.width());
    slots.add(block);
    Arrays.setAll(positions, row -> positions[row] + block.length(row));
  }

  private void compute(TokenBlock block) {
    NDArray ids = manager.create(block.ids(), new Shape(block.rows(), block.width()));
    Rotation rotation = Rotation.at(manager, config, positions, block.width());
    NDArray embedded = transformer.embed(ids);
    NDList stream = transformer.blocks(embedded, rotation, visibility(block), cache);
    int[] rows = block.ending();
    if (rows.length > 0) {
      fetch(stream, block, rows);
    }
  }

  private Visibility visibility(TokenBlock block) {
    if (!slots.hides(block)) {
      return Visibility.ALL;
    }
    Shape shape =
        new Shape(block.rows(), 1, 1, block.width(), cache.length() + (long) block.width());
    return Visibility.masked(manager.create(slots.mask(block), shape));
  }

  /** Brings back what is asked for at the last token of each of these rows. */
  private void fetch(NDList stream, TokenBlock block, int[] rows) {
    NDArray index = manager.create(lastTokens(block, rows));
    NDList last = new NDList(stream.size());
    int first = capture == Capture.RESIDUALS ? 0 : stream.size() - 1;
    stream.subList(first, stream.size()).forEach(x -> last.add(select(x, index)));
    scatter(transformer.logits(last.get(last.size() - 1)).toFloatArray(), rows, logits);
    if (capture == Capture.RESIDUALS) {
      scatter(NDArrays.stack(last, 1).toFloatArray(), rows, residuals);
    }
  }

  /** Index of each row's last token in the flattened [rows * width]. */
  private static long[] lastTokens(TokenBlock block, int[] rows) {
    return Arrays.stream(rows)
        .mapToLong(row -> (long) row * block.width() + block.length(row) - 1)
        .toArray();
  }

  private static NDArray select(NDArray x, NDArray index) {
    NDArray flat = x.reshape(-1, x.getShape().get(2));
    return index.getNDArrayInternal().embedding(index, flat, SparseFormat.DENSE).singletonOrThrow();
  }

  private static void scatter(float[] values, int[] rows, float[][] target) {
    int width = values.length / rows.length;
    for (int i = 0; i < rows.length; i++) {
      target[rows[i]] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
    }
  }

  /** Keeps these rows only, in this order; the others' memory is given back. */
  public void keep(int... rows) {
    cache.keep(rows);
    slots.keep(rows);
    positions = Arrays.stream(rows).map(row -> positions[row]).toArray();
    logits = Arrays.stream(rows).mapToObj(row -> logits[row]).toArray(float[][]::new);
    residuals = Arrays.stream(rows).mapToObj(row -> residuals[row]).toArray(float[][]::new);
  }

  @Override
  public void close() {
    manager.close();
  }
}
