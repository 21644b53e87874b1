package dev.linchpin.reasoner;

import dev.linchpin.reasoner.ChainWriter.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The order of training: mostly easy puzzles in the first quarter; batches of similar length. */
final class Curriculum {
  private static final double EASY_PHASE = 0.25;
  private static final int POOLED_BATCHES = 8;

  private final Random random;
  private final PuzzleGenerator easy;
  private final PuzzleGenerator full;
  private final ChainWriter writer;
  private final int batchSize;
  private final List<List<Written>> pooled = new ArrayList<>();

  Curriculum(long seed, int batchSize) {
    this.random = new Random(seed);
    this.easy = new PuzzleGenerator(random, Difficulty.EASY);
    this.full = new PuzzleGenerator(random, Difficulty.FULL);
    this.writer = new ChainWriter(random);
    this.batchSize = batchSize;
  }

  /**
   * The next batch.
   *
   * @param progress share of the training that is done, in [0, 1]
   */
  TrainingBatch next(double progress) {
    if (pooled.isEmpty()) {
      refill(progress);
    }
    return TrainingBatch.of(pooled.remove(pooled.size() - 1));
  }

  private void refill(double progress) {
    double easyShare = progress < EASY_PHASE ? 1 - 0.7 * progress / EASY_PHASE : 0;
    List<Written> pool = new ArrayList<>();
    for (int i = 0; i < POOLED_BATCHES * batchSize; i++) {
      PuzzleGenerator source = random.nextDouble() < easyShare ? easy : full;
      pool.add(writer.write(source.next()));
    }
    pool.sort(Comparator.comparingInt(chain -> chain.tokens().length));
    for (int i = 0; i < POOLED_BATCHES; i++) {
      pooled.add(pool.subList(i * batchSize, (i + 1) * batchSize));
    }
    Collections.shuffle(pooled, random);
  }
}
