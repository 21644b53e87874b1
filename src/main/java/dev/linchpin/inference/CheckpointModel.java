package dev.linchpin.inference;

import dev.linchpin.lm.CausalLm;
import dev.linchpin.lm.Decoding;
import dev.linchpin.lm.PieceDecoder;
import dev.linchpin.lm.Sampler;
import dev.linchpin.wire.SamplingSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A checkpoint in the Hugging Face layout, with its tokenizer. */
public final class CheckpointModel implements ReasoningModel, AutoCloseable {

  private final CausalLm lm;
  private final String fingerprint;

  private CheckpointModel(CausalLm lm) {
    this.lm = lm;
    this.fingerprint = lm.fingerprint();
  }

  /** Loads a folder; fails at once where it has no tokenizer. */
  public static CheckpointModel load(Path folder) {
    return of(CausalLm.load(folder));
  }

  /** Wraps a loaded model, which is closed with this one; fails at once without a tokenizer. */
  public static CheckpointModel of(CausalLm lm) {
    lm.tokenizer();
    return new CheckpointModel(lm);
  }

  @Override
  public String name() {
    return lm.name();
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public int layers() {
    return lm.config().layers();
  }

  @Override
  public int hidden() {
    return lm.config().hidden();
  }

  @Override
  public int contextLength() {
    return lm.config().maxPositions();
  }

  @Override
  public int[] encode(String prompt) {
    return lm.tokenizer().encodePrompt(prompt);
  }

  @Override
  public Continuation begin(int[] prompt, SamplingSettings sampling) {
    Sampler sampler = Sampler.of(sampling.temperature(), sampling.topP(), sampling.seed());
    Decoding decoding = lm.decode();
    try {
      decoding.feed(prompt);
    } catch (RuntimeException e) {
      decoding.close();
      throw e;
    }
    return new Decoded(decoding, sampler, lm.tokenizer().pieces(), lm.config().eosTokens());
  }

  @Override
  public void close() {
    lm.close();
  }

  private record Decoded(
      Decoding decoding, Sampler sampler, PieceDecoder pieces, Set<Integer> stopTokens)
      implements Continuation {

    @Override
    public Optional<Draw> draw() {
      Sampler.Draw draw = sampler.draw(decoding.logits());
      return stopTokens.contains(draw.token())
          ? Optional.empty()
          : Optional.of(new Draw(draw.token(), pieces.next(draw.token()), draw.logProbability()));
    }

    @Override
    public void feed(Draw draw) {
      decoding.feed(draw.token());
    }

    @Override
    public float[] residuals() {
      return decoding.residuals();
    }

    @Override
    public void close() {
      decoding.close();
    }
  }
}
