package dev.linchpin.training;

import java.util.Arrays;

/** A growing array of whole numbers, without an object for each. */
final class IntColumn {
  private static final int FIRST_CAPACITY = 16;

  private int[] values = new int[FIRST_CAPACITY];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return values[index];
  }

  void set(int index, int value) {
    values[index] = value;
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }
}
