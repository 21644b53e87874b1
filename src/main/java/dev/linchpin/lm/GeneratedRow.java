package dev.linchpin.lm;

import dev.linchpin.lm.BatchGenerator.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One completion while it grows. */
final class GeneratedRow {

  private final Sampler sampler;
  private final int longest;
  private final Set<Integer> stopTokens;
  private final Capture capture;
  private final List<Sampler.Draw> draws = new ArrayList<>();
  private final List<float[]> residuals = new ArrayList<>();

  GeneratedRow(Sampler sampler, int longest, Set<Integer> stopTokens, Capture capture) {
    this.sampler = sampler;
    this.longest = longest;
    this.stopTokens = stopTokens;
    this.capture = capture;
  }

  /** A completion of what a row of a batch was fed; nothing but its tokens is kept. */
  static GeneratedRow after(BatchDecoding batch, int row, Sampler sampler, Limits limits) {
    int longest = Math.min(limits.maxNewTokens(), batch.room(row));
    return new GeneratedRow(sampler, longest, limits.stopTokens(), Capture.NONE);
  }

  /**
   * Takes over what the last pass gave for this row and draws the next token unless the row ended.
   *
   * @return whether the row's last token must still be fed
   */
  boolean advance(BatchDecoding decoding, int row) {
    if (capture == Capture.RESIDUALS) {
      residuals.add(decoding.residuals(row));
    }
    if (isEnded()) {
      return false;
    }
    draws.add(sampler.draw(decoding.logits(row)));
    return !isEnded() || capture == Capture.RESIDUALS;
  }

  private boolean isEnded() {
    return isStopped() || draws.size() >= longest;
  }

  private boolean isStopped() {
    return !draws.isEmpty() && stopTokens.contains(last());
  }

  private int last() {
    return draws.get(draws.size() - 1).token();
  }

  int[] lastToken() {
    return new int[] {last()};
  }

  Completion completion() {
    return new Completion(
        draws.stream().mapToInt(Sampler.Draw::token).toArray(),
        draws.stream().mapToDouble(Sampler.Draw::logProbability).toArray(),
        isStopped() ? Completion.Finish.STOP : Completion.Finish.LENGTH,
        residuals.toArray(float[][]::new));
  }
}
