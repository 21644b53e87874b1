package dev.linchpin.training;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Orders of training: each epoch holds all examples of the rarer class and as many of the other,
 * drawn anew, so that in the long run no example is left out.
 */
final class BalancedEpochs {
  private final int[] important;
  private final int[] removable;
  private final Random random;

  BalancedEpochs(Examples examples, Random random) {
    this.important = IntStream.range(0, examples.size()).filter(examples::important).toArray();
    this.removable =
        IntStream.range(0, examples.size()).filter(i -> !examples.important(i)).toArray();
    this.random = random;
  }

  /** Examples of one epoch: twice the size of the rarer class. */
  int size() {
    return 2 * Math.min(important.length, removable.length);
  }

  /** Indices of the examples of the next epoch, {@code [size()]}. */
  int[] next() {
    shuffle(important);
    shuffle(removable);
    int[] epoch = new int[size()];
    System.arraycopy(important, 0, epoch, 0, epoch.length / 2);
    System.arraycopy(removable, 0, epoch, epoch.length / 2, epoch.length / 2);
    shuffle(epoch);
    return epoch;
  }

  private void shuffle(int[] values) {
    for (int i = values.length; i > 1; i--) {
      int other = random.nextInt(i);
      int last = values[i - 1];
      values[i - 1] = values[other];
      values[other] = last;
    }
  }
}
