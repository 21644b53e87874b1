package dev.linchpin.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StepSegmenterTest {

  private static final AnswerMarker LINE = AnswerMarker.parse("^Answer:");
  private static final AnswerMarker THINK = AnswerMarker.parse("</think>");

  /** Whitespace, or a word with one space before it, or marks with what follows them. */
  private static final Pattern TOKEN_LIKE =
      Pattern.compile("\\s+(?=\\s[a-zA-Z0-9])|\\s?[a-zA-Z0-9]{1,3}|\\s+|[^\\sa-zA-Z0-9]+\\n*");

  /**
   * Tokens are divided by {@code |}, {@code ~} is a line break. Expected: each step as {@code
   * first-end@seen}, where {@code seen} is the number of tokens after which it was known.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A| b|.~|C| d|.~; 0-3@3 3-6@6",
        "A|. |B|! |; 0-2@2 2-4@4",
        "A|.| B|.| C; 0-2@3 2-4@5 4-5@end",
        "A|.| |B; 0-2@3 2-4@end",
        "A|?|~|B|!|~|~; 0-2@3 2-5@6",
        "pi is 3|.|14|. |; 0-4@4",
        "e|.|g|.|x| y; 0-6@end",
        "A|~|b|~~|C; 0-3@4 3-5@end",
        "A|~|~|B; 0-2@3 2-4@end",
        "A|~ ~|B; 0-1@2 1-3@end",
        "A:~~|B; 0-1@1 1-2@end",
        "~| |A|.~; 0-4@4",
        "~| |~~; ''",
        "A| B.| C. |D; 0-2@3 2-3@3 3-4@end",
        "A||.||~|B; 0-4@5 4-6@end",
        "A.. |B; 0-1@1 1-2@end",
        "A|.~|Answer:| 4|.~|x; 0-2@2",
        "A|.~|Ans|wer|: 4. B; 0-2@2",
        "A|~|Answer|:| 4; 0-2@4",
        "A|~|Ans|ter|.~; 0-5@5",
        "A|.| Answer:| 4|.~; 0-2@3 2-5@5",
        "A|.|~Answer:| 4|.~; 0-2@3",
        "Answer:| 4|.~; ''",
        "~|  Answer:| 4|.~; ''",
      })
  void shouldEndStepsAtTheEarliestToken(String tokens, String expected) {
    assertThat(ends(pieces(tokens), LINE))
        .isEqualTo(expected.isEmpty() ? List.of() : words(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A|.~|</think>|~~|4|.; 0-2@2",
        "A| is| 4|<|/think|>|~|4; 0-3@6",
        "A| is| 4|~|<|/think|>|~|4; 0-4@7",
        "A|4</think>; 0-2@2",
        "A| <| b|.~; 0-4@4",
      })
  void shouldEndTheLastStepAtAMarkerWithinALine(String tokens, String expected) {
    assertThat(ends(pieces(tokens), THINK)).isEqualTo(words(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A|.~|Answer:| k=5|.~; k=5.",
        "A|.~|Answer: 4; 4",
        "A|.~|B|.~; ''",
        "A. |Answer: 4; ''",
      })
  void shouldKeepTheTextAfterTheMarkerAsAnswer(String tokens, String answer) {
    StepSegmenter segmenter = new StepSegmenter(LINE);

    pieces(tokens).forEach(segmenter::accept);

    assertThat(segmenter.answer()).isEqualTo(answer);
  }

  /** {@code ~} is a line feed, {@code @} a carriage return; steps are divided by {@code |}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pi is 3.14 or 3. 14; pi is 3.14 or 3.|14",
        "It is -0.5. So 1.5.~Yes.; It is -0.5.|So 1.5.|Yes.",
        "Some, e.g. k, i.e. 5 cm. Dr. X; Some, e.g.|k, i.e.|5 cm.|Dr.|X",
        "Well... so. . . 5..~Yes; Well...|so.|.|.|5..|Yes",
        "Really?! Yes!! No?? ?! Oh; Really?!|Yes!!|No??|?!|Oh",
        "He said 'no.' Then (yes.) So; He said 'no.' Then (yes.) So",
        "$\\frac{1. 5}{\\text{approx. {2}. }}$ is it. Ok; $\\frac{1.|5}{\\text{approx.|{2}.|}}$ is it.|Ok",
        "$\\{0.5, 1.\\}$ is it. Ok; $\\{0.5, 1.\\}$ is it.|Ok",
        "A@~@~B@~C; A|B@~C",
        "A.@~B?@~@~C; A.|B?|C",
        "A~~~~B~ ~C~\t~D~E; A|B|C|D~E",
        "1. First~2. Then; 1.|First~2.|Then",
        "A.B.C a.m.5; A.B.C a.m.5",
        "Ok. No. Not needed. 5.; Ok.|No.|Not needed.|5.",
      })
  void shouldCutAtMarksBeforeSpacesAndAtBlankLines(String text, String steps) {
    String written = controls(text);

    List<String> byChar = texts(split(written, Pattern.compile("(?s).")), LINE);
    List<String> byToken = texts(split(written, TOKEN_LIKE), LINE);

    assertThat(byChar).isEqualTo(List.of(controls(steps).split("\\|", -1))).isEqualTo(byToken);
  }

  @Test
  void shouldKnowWhichTokensMayStillBelongToTheMarker() {
    StepSegmenter segmenter = new StepSegmenter(THINK);
    List<Integer> settled = new ArrayList<>();

    for (String piece : List.of("A", "~", "<", "b", "<", "/think", ">")) {
      segmenter.accept(piece.replace('~', '\n'));
      settled.add(segmenter.settledTokens());
    }

    assertThat(settled).containsExactly(1, 2, 2, 4, 4, 4, 4);
  }

  @Test
  void shouldCutTheSameStepsHoweverTheTextIsTokenized() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      String text = randomText(random);

      List<String> byChar = texts(split(text, Pattern.compile("(?s).")), LINE);
      List<String> byToken = texts(split(text, TOKEN_LIKE), LINE);

      assertThat(byToken).as("steps of <%s>", text).isEqualTo(byChar);
    }
  }

  @Test
  void shouldGiveEveryTokenToOneStepInOrder() {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      List<String> pieces = split(randomText(random), Pattern.compile("(?s).{1,4}"));

      List<StepSpan> spans = spans(pieces, AnswerMarker.parse("#"));

      assertThat(IntStream.range(0, spans.size()))
          .as("spans %s of %s", spans, pieces)
          .allSatisfy(
              i -> {
                StepSpan span = spans.get(i);
                int before = i == 0 ? 0 : spans.get(i - 1).endToken();
                assertThat(span.firstToken()).isEqualTo(before);
                assertThat(span.endToken()).isBetween(before + 1, pieces.size());
                assertThat(span.text().strip())
                    .isEqualTo(String.join("", pieces.subList(before, span.endToken())).strip())
                    .isNotBlank();
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "^", "Answer: ", "\n"})
  void shouldRejectAMarkerThatCouldNotBeFound(String setting) {
    assertThatThrownBy(() -> AnswerMarker.parse(setting))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("answer marker");
  }

  private static List<String> ends(List<String> pieces, AnswerMarker marker) {
    StepSegmenter segmenter = new StepSegmenter(marker);
    List<String> ends = new ArrayList<>();
    for (int seen = 1; seen <= pieces.size(); seen++) {
      for (StepSpan span : segmenter.accept(pieces.get(seen - 1))) {
        ends.add(span.firstToken() + "-" + span.endToken() + "@" + seen);
      }
    }
    segmenter.finish().ifPresent(s -> ends.add(s.firstToken() + "-" + s.endToken() + "@end"));
    return ends;
  }

  private static List<StepSpan> spans(List<String> pieces, AnswerMarker marker) {
    StepSegmenter segmenter = new StepSegmenter(marker);
    List<StepSpan> spans = new ArrayList<>();
    pieces.forEach(piece -> spans.addAll(segmenter.accept(piece)));
    segmenter.finish().ifPresent(spans::add);
    return spans;
  }

  private static List<String> texts(List<String> pieces, AnswerMarker marker) {
    return spans(pieces, marker).stream().map(span -> span.text().strip()).toList();
  }

  private static String randomText(Random random) {
    String[] parts = {
      "a",
      "Answer:",
      "b7",
      "3.14",
      ".",
      "?",
      "!",
      ".\n",
      " ",
      " ",
      "\n",
      "\n\n",
      "</think>",
      "Ans",
      "<"
    };
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(25); i >= 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  private static List<String> split(String text, Pattern pattern) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  private static List<String> pieces(String tokens) {
    return Arrays.stream(tokens.split("\\|", -1)).map(t -> t.replace('~', '\n')).toList();
  }

  private static String controls(String text) {
    return text.replace('~', '\n').replace('@', '\r').replace("\\t", "\t");
  }

  private static List<String> words(String expected) {
    return List.of(expected.split(" "));
  }
}
