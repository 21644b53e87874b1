package dev.linchpin.lm;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Text to tokens and back, as the model's {@code tokenizer.json} says. */
public final class Tokenizer implements AutoCloseable {

  private final HuggingFaceTokenizer delegate;

  private Tokenizer(HuggingFaceTokenizer delegate) {
    this.delegate = delegate;
  }

  static Tokenizer open(Path folder) {
    Path file = folder.resolve("tokenizer.json");
    if (!Files.isRegularFile(file)) {
      throw new ModelFormatException(folder + " has no tokenizer.json: text cannot be read");
    }
    try {
      return new Tokenizer(
          HuggingFaceTokenizer.builder()
              .optTokenizerPath(file)
              .optTruncation(false)
              .optPadding(false)
              .build());
    } catch (IOException | RuntimeException e) {
      throw new ModelFormatException(file + " is not a tokenizer: " + e.getMessage(), e);
    }
  }

  /**
   * Tokens of a text, none added; special tokens that the text spells out are recognised.
   *
   * @throws UnreadableTextException if the vocabulary lacks what the text has
   */
  public int[] encode(String text) {
    return encode(text, false);
  }

  /** Tokens of the start of a sequence: with the special tokens that the model wants around it. */
  public int[] encodePrompt(String text) {
    return encode(text, true);
  }

  private int[] encode(String text, boolean special) {
    long[] ids;
    try {
      ids = delegate.encode(text, special, false).getIds();
    } catch (RuntimeException e) {
      throw new UnreadableTextException(text, e);
    }
    return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
  }

  /** Text of tokens; special tokens are left out. */
  public String decode(int... tokens) {
    return delegate.decode(Arrays.stream(tokens).asLongStream().toArray(), true);
  }

  /** A decoder of one stream of tokens, piece by piece. */
  public PieceDecoder pieces() {
    return new PieceDecoder(this::decode);
  }

  @Override
  public void close() {
    delegate.close();
  }
}
