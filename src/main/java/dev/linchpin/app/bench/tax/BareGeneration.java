package dev.linchpin.app.bench.tax;

import dev.linchpin.inference.ChainRequest;
import dev.linchpin.lm.BatchDecoding;
import dev.linchpin.lm.Capture;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.lm.PieceDecoder;
import dev.linchpin.lm.Sampler;
import dev.linchpin.wire.SamplingSettings;

/** The model alone: tokens are drawn and fed, their text is put together, nothing is captured. */
public final class BareGeneration implements Generation {
  private final CausalLm lm;

  public BareGeneration(CausalLm lm) {
    this.lm = lm;
  }

  @Override
  public String name() {
    return "the model alone";
  }

  @Override
  public int generate(ChainRequest request) {
    int[] prompt = lm.tokenizer().encodePrompt(request.prompt());
    SamplingSettings settings = request.sampling();
    Sampler sampler = Sampler.of(settings.temperature(), settings.topP(), settings.seed());
    int limit = Math.min(settings.maxNewTokens(), lm.config().maxPositions() - prompt.length);
    try (BatchDecoding decoding = lm.decodeBatch(1, Capture.NONE)) {
      decoding.feed(new int[][] {prompt});
      return generate(decoding, sampler, limit);
    }
  }

  private int generate(BatchDecoding decoding, Sampler sampler, int limit) {
    PieceDecoder pieces = lm.tokenizer().pieces();
    StringBuilder text = new StringBuilder();
    int tokens = 0;
    while (tokens < limit) {
      int token = sampler.draw(decoding.logits(0)).token();
      if (lm.config().eosTokens().contains(token)) {
        break;
      }
      text.append(pieces.next(token));
      decoding.feed(new int[][] {{token}});
      tokens++;
    }
    return tokens;
  }

  @Override
  public void settle() {}
}
