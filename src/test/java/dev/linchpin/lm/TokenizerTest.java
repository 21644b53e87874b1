package dev.linchpin.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a byte-level tokenizer whose template begins a sequence with {@code <s>}, token 0. */
final class TokenizerTest {

  private static final String TEXT = "the théâtre and 水 🌱!";

  private final Tokenizer tokenizer = Tokenizer.open(Path.of("src/test/resources/tokenizer"));

  @AfterEach
  void close() {
    tokenizer.close();
  }

  @Test
  void shouldGiveBackTheText() {
    assertThat(tokenizer.decode(tokenizer.encode(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void shouldAddSpecialTokensToAPromptOnly() {
    int[] prompt = tokenizer.encodePrompt("and");
    int[] continuation = tokenizer.encode("and");

    assertThat(prompt).hasSize(2).startsWith(0).endsWith(continuation[0]);
    assertThat(continuation).hasSize(1);
  }

  @Test
  void shouldRecogniseAndHideSpecialTokens() {
    int[] tokens = tokenizer.encode("and</s>");

    assertThat(tokens).endsWith(1);
    assertThat(tokenizer.decode(tokens)).isEqualTo("and");
  }

  @Test
  void shouldNotCutLongTexts() {
    assertThat(tokenizer.encode("x".repeat(5000))).hasSize(5000);
  }

  @Test
  void shouldDecodePieceByPieceWithoutBreakingCharacters() {
    PieceDecoder pieces = tokenizer.pieces();
    StringBuilder text = new StringBuilder();

    for (int token : tokenizer.encode(TEXT)) {
      String piece = pieces.next(token);
      assertThat(piece).doesNotContain("\uFFFD");
      text.append(piece);
    }

    assertThat(text.append(pieces.rest())).hasToString(TEXT);
  }

  @Test
  void shouldGiveAnIncompleteCharacterAtTheEnd() {
    PieceDecoder pieces = tokenizer.pieces();
    int[] plant = tokenizer.encode("a🌱");

    assertThat(pieces.next(plant[0])).isEqualTo("a");
    assertThat(pieces.next(plant[1])).isEmpty();
    assertThat(pieces.rest()).isEqualTo("\uFFFD");
  }

  @Test
  void shouldSayWhenThereIsNone() {
    assertThatThrownBy(() -> Tokenizer.open(Golden.FOLDER))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("has no tokenizer.json");
  }

  @Test
  void shouldSayWhatAClosedVocabularyCannotRead() {
    try (Tokenizer closed = Tokenizer.open(Path.of("models/reasoner"))) {
      assertThat(closed.encode("Not needed.\n")).isNotEmpty();
      assertThatThrownBy(() -> closed.encode("Why not?"))
          .isInstanceOf(UnreadableTextException.class)
          .hasMessageContaining("the tokenizer cannot read 'Why not?'");
    }
  }
}
