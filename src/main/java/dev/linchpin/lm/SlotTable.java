package dev.linchpin.lm;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Which slots of the cache hold a token of which row. */
final class SlotTable {

  private BitSet[] filled;
  private int length;

  SlotTable(int rows) {
    filled = IntStream.range(0, rows).mapToObj(row -> new BitSet()).toArray(BitSet[]::new);
  }

  /** Counts the tokens of a pass. */
  void add(TokenBlock block) {
    for (int row = 0; row < filled.length; row++) {
      filled[row].set(length, length + block.length(row));
    }
    length += block.width();
  }

  void keep(int[] rows) {
    filled = copies(rows);
  }

  /** The same slots for these rows, in this order; a row may come several times. */
  SlotTable fork(int[] rows) {
    SlotTable fork = new SlotTable(0);
    fork.filled = copies(rows);
    fork.length = length;
    return fork;
  }

  private BitSet[] copies(int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> (BitSet) filled[row].clone()).toArray(BitSet[]::new);
  }

  /** Whether some token of the pass must not see some slot. */
  boolean hides(TokenBlock block) {
    return block.width() > 1 || Arrays.stream(filled).anyMatch(row -> row.cardinality() < length);
  }

  /** [rows, width, slots]: 0 where a token of the pass sees a slot, else negative infinity. */
  float[] mask(TokenBlock block) {
    int slots = length + block.width();
    float[] mask = new float[filled.length * block.width() * slots];
    Arrays.fill(mask, Float.NEGATIVE_INFINITY);
    for (int row = 0; row < filled.length; row++) {
      for (int i = 0; i < block.width(); i++) {
        int line = (row * block.width() + i) * slots;
        filled[row].stream().forEach(slot -> mask[line + slot] = 0);
        Arrays.fill(mask, line + length, line + length + Math.min(i + 1, block.length(row)), 0);
      }
    }
    return mask;
  }
}
