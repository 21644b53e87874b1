package dev.linchpin.reasoner;

/** The two operations of the puzzles, modulo {@link Vocabulary#MODULUS}. */
enum Operator {
  PLUS,
  MINUS;

  int apply(int left, int right) {
    int result = this == PLUS ? left + right : left - right;
    return Math.floorMod(result, Vocabulary.MODULUS);
  }
}
