package dev.linchpin.inference;

import dev.linchpin.wire.SamplingSettings;

/** A language model as the node sees it. Several chains may be under way at once. */
public interface ReasoningModel {
  /** The model's name, as records carry it. */
  String name();

  /** Digest of configuration and weights. */
  String fingerprint();

  /** Number of transformer blocks. */
  int layers();

  /** Width of the residual stream. */
  int hidden();

  /** Most tokens of one sequence, prompt included. */
  int contextLength();

  /** Token ids of a prompt, never empty. */
  int[] encode(String prompt);

  /**
   * Puts a prompt through the model.
   *
   * @param prompt {@code [promptTokens]} token ids, at least one and at most the context length
   * @param sampling how tokens are drawn
   */
  Continuation begin(int[] prompt, SamplingSettings sampling);
}
