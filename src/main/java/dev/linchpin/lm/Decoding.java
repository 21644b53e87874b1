package dev.linchpin.lm;

/** One sequence decoded with cached keys and values. For one thread at a time. */
public final class Decoding implements AutoCloseable {

  private final BatchDecoding batch;

  Decoding(BatchDecoding batch) {
    this.batch = batch;
  }

  /** Feeds the next tokens, at least one. */
  public void feed(int... tokens) {
    batch.feed(new int[][] {tokens});
  }

  /** Logits [vocab] after the last token fed. */
  public float[] logits() {
    return batch.logits(0);
  }

  /**
   * Residual stream [layers * hidden], layer-major, after each block at the last token fed; the
   * final norm is not applied.
   */
  public float[] residuals() {
    return batch.residuals(0);
  }

  /** Tokens fed so far. */
  public int position() {
    return batch.position(0);
  }

  @Override
  public void close() {
    batch.close();
  }
}
