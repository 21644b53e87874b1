package dev.linchpin.lm;

import java.util.Arrays;

/**
 * A window on the tokens that the rows of a batch are fed: columns {@code from} to {@code from +
 * width}. A row that ends earlier is padded on the right with token 0.
 *
 * @param tokens tokens of each row
 * @param from first column
 * @param width number of columns
 */
record TokenBlock(int[][] tokens, int from, int width) {

  /** All of one sequence. */
  static TokenBlock of(int[] tokens) {
    return new TokenBlock(new int[][] {tokens}, 0, tokens.length);
  }

  int rows() {
    return tokens.length;
  }

  /** Tokens of a row within the window. */
  int length(int row) {
    return Math.max(0, Math.min(tokens[row].length - from, width));
  }

  /** Rows whose last token is within the window. */
  int[] ending() {
    return Arrays.stream(range())
        .filter(row -> tokens[row].length > from && tokens[row].length <= from + width)
        .toArray();
  }

  private int[] range() {
    int[] range = new int[rows()];
    Arrays.setAll(range, i -> i);
    return range;
  }

  /** [rows, width]. */
  long[] ids() {
    long[] ids = new long[rows() * width];
    for (int row = 0; row < rows(); row++) {
      for (int i = 0; i < length(row); i++) {
        ids[row * width + i] = tokens[row][from + i];
      }
    }
    return ids;
  }
}
