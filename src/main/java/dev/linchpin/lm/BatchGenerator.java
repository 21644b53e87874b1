package dev.linchpin.lm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Generates completions of many prompts, a batch at a time. A row leaves its batch when it stops.
 * Each completion is what its prompt and sampler would give alone, up to rounding.
 */
public final class BatchGenerator {

  private final CausalLm model;
  private final Limits limits;
  private final Capture capture;

  public BatchGenerator(CausalLm model, Limits limits, Capture capture) {
    this.model = model;
    this.limits = limits;
    this.capture = capture;
  }

  /**
   * When generation ends, and how much of it goes on at once.
   *
   * @param batchSize most sequences side by side
   * @param maxNewTokens most tokens of a completion
   * @param stopTokens tokens that end a completion
   */
  public record Limits(int batchSize, int maxNewTokens, Set<Integer> stopTokens) {
    public Limits {
      if (batchSize < 1) {
        throw new IllegalArgumentException("expected a batch of at least 1, got " + batchSize);
      }
      if (maxNewTokens < 1) {
        throw new IllegalArgumentException("expected at least one new token, got " + maxNewTokens);
      }
      stopTokens = Set.copyOf(stopTokens);
    }
  }

  /**
   * What to complete.
   *
   * @param tokens at least one
   * @param sampler belongs to this prompt alone when it is random
   */
  public record Prompt(int[] tokens, Sampler sampler) {}

  /** Completions in the order of their prompts. */
  public List<Completion> generate(List<Prompt> prompts) {
    List<Completion> completions = new ArrayList<>();
    for (int from = 0; from < prompts.size(); from += limits.batchSize()) {
      int to = Math.min(prompts.size(), from + limits.batchSize());
      completions.addAll(generateBatch(prompts.subList(from, to)));
    }
    return completions;
  }

  private List<Completion> generateBatch(List<Prompt> prompts) {
    List<GeneratedRow> rows = prompts.stream().map(this::row).toList();
    try (BatchDecoding decoding = model.decodeBatch(rows.size(), capture)) {
      decoding.feed(prompts.stream().map(Prompt::tokens).toArray(int[][]::new));
      run(decoding, rows);
    }
    return rows.stream().map(GeneratedRow::completion).toList();
  }

  /** Generates until every row has ended; each has been fed what it completes. */
  static void run(BatchDecoding decoding, List<GeneratedRow> rows) {
    List<GeneratedRow> active = advance(decoding, rows);
    while (!active.isEmpty()) {
      decoding.feed(active.stream().map(GeneratedRow::lastToken).toArray(int[][]::new));
      active = advance(decoding, active);
    }
  }

  private GeneratedRow row(Prompt prompt) {
    int room = model.config().maxPositions() - prompt.tokens().length;
    int longest = Math.min(limits.maxNewTokens(), room);
    return new GeneratedRow(prompt.sampler(), longest, limits.stopTokens(), capture);
  }

  /** Draws each row's next token; drops and leaves out the rows that need no further pass. */
  private static List<GeneratedRow> advance(BatchDecoding decoding, List<GeneratedRow> rows) {
    int[] kept =
        IntStream.range(0, rows.size()).filter(i -> rows.get(i).advance(decoding, i)).toArray();
    if (kept.length > 0 && kept.length < rows.size()) {
      decoding.keep(kept);
    }
    return Arrays.stream(kept).mapToObj(rows::get).toList();
  }
}
