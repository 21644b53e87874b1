package dev.linchpin.lm;

import dev.linchpin.lm.BatchGenerator.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sequences read side by side: what all of them begin with is read once. Tells how likely their
 * tokens are, and can complete each of them many times. Not safe for use from several threads at
 * once.
 */
public final class BatchReading implements AutoCloseable {

  private final BatchDecoding decoding;
  private final float[][] logProbabilities;
  private long otherPasses;

  private BatchReading(BatchDecoding decoding, float[][] logProbabilities, long otherPasses) {
    this.decoding = decoding;
    this.logProbabilities = logProbabilities;
    this.otherPasses = otherPasses;
  }

  /**
   * Reads sequences.
   *
   * @param sequences at least one, each of at least two tokens
   */
  public static BatchReading of(CausalLm model, List<int[]> sequences) {
    int shared = shared(sequences);
    return shared == 0 ? apart(model, sequences) : after(shared, model, sequences);
  }

  /** Sequences that have not even their first token in common. */
  private static BatchReading apart(CausalLm model, List<int[]> sequences) {
    BatchDecoding rows = model.decodeBatch(sequences.size(), Capture.NONE);
    return new BatchReading(rows, rows.feedScored(sequences.toArray(int[][]::new)), 0);
  }

  private static BatchReading after(int shared, CausalLm model, List<int[]> sequences) {
    try (BatchDecoding trunk = model.decodeBatch(1, Capture.NONE)) {
      int[] prefix = Arrays.copyOf(sequences.get(0), shared);
      float[] start = trunk.feedScored(new int[][] {prefix})[0];
      BatchDecoding branches = trunk.fork(new int[sequences.size()]);
      int[][] rest =
          sequences.stream()
              .map(sequence -> Arrays.copyOfRange(sequence, shared, sequence.length))
              .toArray(int[][]::new);
      float[][] ends = branches.feedScored(rest);
      float[][] joined = Arrays.stream(ends).map(end -> joined(start, end)).toArray(float[][]::new);
      return new BatchReading(branches, joined, trunk.passes());
    }
  }

  /** Tokens that all sequences begin with; at least one of each is left over. */
  private static int shared(List<int[]> sequences) {
    int[] first = sequences.get(0);
    int shared = sequences.stream().mapToInt(s -> s.length - 1).min().orElseThrow();
    for (int[] sequence : sequences) {
      int mismatch = Arrays.mismatch(first, 0, shared, sequence, 0, shared);
      shared = mismatch < 0 ? shared : mismatch;
    }
    return shared;
  }

  private static float[] joined(float[] start, float[] end) {
    float[] joined = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, joined, start.length, end.length);
    return joined;
  }

  /**
   * Natural log-probability of each token of a sequence, given those before it.
   *
   * @return [tokens]; NaN for the first
   */
  public float[] logProbabilities(int sequence) {
    return logProbabilities[sequence].clone();
  }

  /**
   * How likely the same continuation is after each sequence.
   *
   * @param continuation at least one token
   * @return [sequences][continuation], natural log-probabilities
   */
  public float[][] logProbabilitiesOf(int... continuation) {
    int[] rows = IntStream.range(0, decoding.rows()).toArray();
    try (BatchDecoding batch = decoding.fork(rows)) {
      float[][] scores =
          batch.feedScored(Arrays.stream(rows).mapToObj(row -> continuation).toArray(int[][]::new));
      otherPasses += batch.passes();
      return scores;
    }
  }

  /**
   * Completes every sequence once per sampler.
   *
   * @param samplers [sequences][any]; each belongs to its completion alone
   * @return [sequences][any]
   */
  public List<List<Completion>> complete(List<List<Sampler>> samplers, Limits limits) {
    int[] owner =
        IntStream.range(0, samplers.size())
            .flatMap(i -> IntStream.generate(() -> i).limit(samplers.get(i).size()))
            .toArray();
    List<Sampler> all = samplers.stream().flatMap(List::stream).toList();
    List<Completion> completions = new ArrayList<>();
    for (int from = 0; from < owner.length; from += limits.batchSize()) {
      int to = Math.min(owner.length, from + limits.batchSize());
      completions.addAll(
          complete(Arrays.copyOfRange(owner, from, to), all.subList(from, to), limits));
    }
    return grouped(completions, samplers);
  }

  private List<Completion> complete(int[] rows, List<Sampler> samplers, Limits limits) {
    try (BatchDecoding batch = decoding.fork(rows)) {
      List<GeneratedRow> generated =
          IntStream.range(0, rows.length)
              .mapToObj(i -> GeneratedRow.after(batch, i, samplers.get(i), limits))
              .toList();
      BatchGenerator.run(batch, generated);
      otherPasses += batch.passes();
      return generated.stream().map(GeneratedRow::completion).toList();
    }
  }

  private static List<List<Completion>> grouped(
      List<Completion> completions, List<List<Sampler>> samplers) {
    List<List<Completion>> grouped = new ArrayList<>();
    int from = 0;
    for (List<Sampler> own : samplers) {
      grouped.add(completions.subList(from, from + own.size()));
      from += own.size();
    }
    return grouped;
  }

  /** Passes of the model so far, each over one batch. */
  public long passes() {
    return decoding.passes() + otherPasses;
  }

  @Override
  public void close() {
    decoding.close();
  }
}
