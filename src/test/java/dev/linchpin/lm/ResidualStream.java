package dev.linchpin.lm;

/** The residual stream of a pass, arranged as decoding gives it. */
final class ResidualStream {

  private ResidualStream() {}

  /** [layers * hidden], layer-major, at one token. */
  static float[] at(ForwardPass pass, int token) {
    int hidden = pass.hidden();
    float[] stream = new float[pass.layers() * hidden];
    for (int layer = 0; layer < pass.layers(); layer++) {
      System.arraycopy(pass.residual(layer, token), 0, stream, layer * hidden, hidden);
    }
    return stream;
  }
}
