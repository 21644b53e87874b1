package dev.linchpin.lm;

import java.util.Set;

/**
 * What a model's {@code config.json} says.
 *
 * @param architecture class name in Hugging Face's library
 * @param layers number of transformer blocks
 * @param hidden width of the residual stream
 * @param heads number of query heads
 * @param kvHeads number of key and value heads; divides {@code heads}
 * @param headDim width of one head, even
 * @param intermediate width of the feed-forward layer
 * @param vocab number of tokens in the embedding
 * @param ropeTheta base of the rotary embedding's wavelengths
 * @param eps added to the mean square in the norms
 * @param tied whether the output head is the embedding
 * @param qkvBias whether query, key and value projections have a bias
 * @param outputBias whether the attention's output projection has a bias
 * @param eosTokens tokens that end a sequence; may be empty
 * @param maxPositions longest sequence, in tokens
 * @param name {@code _name_or_path}, empty when not given
 */
public record ModelConfig(
    Architecture architecture,
    int layers,
    int hidden,
    int heads,
    int kvHeads,
    int headDim,
    int intermediate,
    int vocab,
    double ropeTheta,
    double eps,
    boolean tied,
    boolean qkvBias,
    boolean outputBias,
    Set<Integer> eosTokens,
    int maxPositions,
    String name) {

  /** The architectures that can be run. */
  public enum Architecture {
    LLAMA("LlamaForCausalLM"),
    QWEN2("Qwen2ForCausalLM");

    private final String className;

    Architecture(String className) {
      this.className = className;
    }

    /** Class name in Hugging Face's library. */
    public String className() {
      return className;
    }
  }

  public ModelConfig {
    eosTokens = Set.copyOf(eosTokens);
  }
}
