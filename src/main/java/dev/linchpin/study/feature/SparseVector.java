package dev.linchpin.study.feature;

/**
 * A vector that is 0 nearly everywhere.
 *
 * @param indices {@code [n]} where it is not 0, ascending
 * @param values {@code [n]} what it is there
 */
record SparseVector(int[] indices, double[] values) {

  double dot(SparseVector other) {
    double sum = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < indices.length && theirs < other.indices.length) {
      int order = Integer.compare(indices[mine], other.indices[theirs]);
      if (order == 0) {
        sum += values[mine] * other.values[theirs];
      }
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return sum;
  }

  float[] dense(int size) {
    float[] dense = new float[size];
    for (int i = 0; i < indices.length; i++) {
      dense[indices[i]] = (float) values[i];
    }
    return dense;
  }
}
