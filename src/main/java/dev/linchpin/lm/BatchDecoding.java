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
  private final NDManager parent;
  private final NDManager manager;
  private final KvCache cache;
  private final SlotTable slots;
  private int[] positions;
  private float[][] logits;
  private float[][] residuals;
  private long passes;

  BatchDecoding(
      NDManager parent, ModelConfig config, Transformer transformer, int rows, Capture capture) {
    if (rows < 1) {
      throw new IllegalArgumentException("expected at least one row, got " + rows);
    }
    this.config = config;
    this.transformer = transformer;
    this.capture = capture;
    this.parent = parent;
    this.manager = parent.newSubManager();
    this.cache = new KvCache(manager, config, rows);
    this.slots = new SlotTable(rows);
    this.positions = new int[rows];
    this.logits = new float[rows][];
    this.residuals = new float[rows][];
  }

  private BatchDecoding(BatchDecoding origin, int[] rows) {
    this.config = origin.config;
    this.transformer = origin.transformer;
    this.capture = origin.capture;
    this.parent = origin.parent;
    this.manager = parent.newSubManager();
    this.cache = origin.cache.fork(manager, rows);
    this.slots = origin.slots.fork(rows);
    select(origin, rows);
  }

  private void select(BatchDecoding from, int[] rows) {
    int[] before = from.positions;
    float[][] logitsBefore = from.logits;
    float[][] residualsBefore = from.residuals;
    positions = Arrays.stream(rows).map(row -> before[row]).toArray();
    logits = Arrays.stream(rows).mapToObj(row -> logitsBefore[row]).toArray(float[][]::new);
    residuals = Arrays.stream(rows).mapToObj(row -> residualsBefore[row]).toArray(float[][]::new);
  }

  /**
   * A decoding of its own that goes on where these rows are, in this order; a row may come several
   * times. This one stays as it is, and both are closed on their own.
   */
  public BatchDecoding fork(int... rows) {
    BatchDecoding[] fork = new BatchDecoding[1];
    Inference.run(() -> fork[0] = new BatchDecoding(this, rows));
    return fork[0];
  }

  /** Passes of the model so far, each over all rows. */
  public long passes() {
    return passes;
  }

  public int rows() {
    return positions.length;
  }

  /** Tokens that a row has been fed. */
  public int position(int row) {
    return positions[row];
  }

  /** Tokens that a row can still be fed. */
  int room(int row) {
    return config.maxPositions() - positions[row];
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
    feed(tokens, Listener.NONE);
  }

  /**
   * As {@link #feed}, and tells how likely each token was.
   *
   * @param tokens [rows][any]
   * @return [rows][any], natural log-probability of each token given all before it; NaN for a first
   *     token that nothing was fed before
   */
  public float[][] feedScored(int[][] tokens) {
    TokenScores scores = new TokenScores(tokens, logits);
    feed(tokens, (block, last) -> scores.add(block, transformer.logits(last)));
    return scores.values();
  }

  /** Hears of the last block's residual stream [rows, width, hidden] in every pass. */
  private interface Listener {
    Listener NONE = (block, last) -> {};

    void passed(TokenBlock block, NDArray last);
  }

  private void feed(int[][] tokens, Listener listener) {
    check(tokens);
    int longest = Arrays.stream(tokens).mapToInt(row -> row.length).max().orElseThrow();
    int widest = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, TOKENS_PER_PASS / rows()));
    for (int from = 0; from < longest; from += widest) {
      pass(new TokenBlock(tokens, from, Math.min(widest, longest - from)), listener);
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

  private void pass(TokenBlock block, Listener listener) {
    passes++;
    cache.reserve(block.width());
    Inference.run(() -> compute(block, listener));
    cache.advance(block.width());
    slots.add(block);
    Arrays.setAll(positions, row -> positions[row] + block.length(row));
  }

  private void compute(TokenBlock block, Listener listener) {
    NDArray ids = manager.create(block.ids(), new Shape(block.rows(), block.width()));
    Rotation rotation = Rotation.at(manager, config, positions, block.width());
    NDArray embedded = transformer.embed(ids);
    NDList stream = transformer.blocks(embedded, rotation, visibility(block), cache);
    listener.passed(block, stream.get(stream.size() - 1));
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
    int first = capture == Capture.RESIDUALS ? 0 : stream.size() - 1;
    NDList asked = new NDList(stream.subList(first, stream.size()));
    boolean isAll = block.width() == 1 && rows.length == block.rows();
    NDList last = isAll ? asked : select(asked, manager.create(lastTokens(block, rows)));
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

  private static NDList select(NDList stream, NDArray index) {
    NDList selected = new NDList(stream.size());
    stream.forEach(x -> selected.add(select(x, index)));
    return selected;
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
    select(this, rows);
  }

  @Override
  public void close() {
    manager.close();
  }
}
