package dev.linchpin.study.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SurfaceFeaturesTest {
  private static final String QUESTION = "Let b: 6. Let k: b plus 3. Find k.";
  private static final List<String> CHAIN =
      List.of("Need k, so b.\n", "Recall b= 6.\n", "Recall b= 6.\n", "Okay, 6 plus 3 is 9.\n");

  private final SurfaceFeatures features = new SurfaceFeatures(weights());

  @Test
  void shouldNameEveryValue() {
    assertThat(SurfaceFeatures.names())
        .containsExactly(
            "position",
            "relative position",
            "words",
            "characters",
            "numbers",
            "operators",
            "filler",
            "verification",
            "planning",
            "computation",
            "fact retrieval",
            "mean similarity to earlier steps",
            "highest similarity to earlier steps",
            "similarity to the question");
    assertThat(features.of("k", 0, 1, List.of(), QUESTION)).hasSize(14);
  }

  @Test
  void shouldDescribeAStep() {
    float[] of = features.of(CHAIN.get(3), 3, 4, CHAIN.subList(0, 3), QUESTION);

    assertThat(value(of, "position")).isEqualTo(3);
    assertThat(value(of, "relative position")).isEqualTo(1);
    assertThat(value(of, "words")).isEqualTo(6);
    assertThat(value(of, "characters")).isEqualTo(21);
    assertThat(value(of, "numbers")).isEqualTo(3);
    assertThat(value(of, "filler")).isEqualTo(1);
    assertThat(value(of, "planning")).isZero();
    assertThat(value(of, "similarity to the question")).isBetween(0.01f, 0.99f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3.14 and 2.5 | 2 | 0",
        "-5 minus -7 | 2 | 2",
        "1,234.5 | 2 | 0",
        "x2 and 2x and 7 | 1 | 0",
        "version 1.2.3 | 2 | 0",
        "5. | 1 | 0",
        "a \u2264 b \u2265 c \u2260 d \u00b1 e | 0 | 4",
        "5 \u2212 3 \u00d7 2 \u00f7 1 | 4 | 3",
        "x^2 = 4*y/3 + 1 < 9 > 0 | 6 | 7",
        "double-check | 0 | 1",
        "a_1 (2) | 1 | 0",
        "'' | 0 | 0",
      })
  void shouldCountNumbersAndOperators(String text, float numbers, float operators) {
    float[] of = features.of(text, 0, 1, List.of(), QUESTION);

    assertThat(value(of, "numbers")).isEqualTo(numbers);
    assertThat(value(of, "operators")).isEqualTo(operators);
  }

  @Test
  void shouldCountAStepOnceInEachCategoryThatItBelongsTo() {
    float[] of = features.of("Wait, actually, let me recheck, adding.", 0, 1, List.of(), QUESTION);

    assertThat(value(of, "verification")).isEqualTo(1);
    assertThat(value(of, "computation")).isEqualTo(1);
    assertThat(value(of, "filler")).isZero();
  }

  @Test
  void shouldBeSimilarToNoEarlierStepWithoutAny() {
    float[] of = features.of("Recall b= 6.", 0, 1, List.of(), QUESTION);

    assertThat(value(of, "relative position")).isZero();
    assertThat(value(of, "mean similarity to earlier steps")).isZero();
    assertThat(value(of, "highest similarity to earlier steps")).isZero();
  }

  @Test
  void shouldSeeARepetition() {
    float[] of = features.of(CHAIN.get(2), 2, 4, CHAIN.subList(0, 2), QUESTION);

    double other = weights().similarity(CHAIN.get(0), CHAIN.get(2));
    assertThat(value(of, "highest similarity to earlier steps")).isCloseTo(1, within(1e-6f));
    assertThat(value(of, "mean similarity to earlier steps"))
        .isCloseTo((float) ((1 + other) / 2), within(1e-6f));
  }

  @Test
  void shouldDescribeAChainAsItsSteps() {
    float[][] chain = features.ofChain(CHAIN, QUESTION);

    assertThat(chain).hasDimensions(4, 14);
    for (int i = 0; i < CHAIN.size(); i++) {
      assertThat(chain[i])
          .isEqualTo(features.of(CHAIN.get(i), i, 4, CHAIN.subList(0, i), QUESTION));
    }
    assertThat(features.ofChain(List.of(), QUESTION)).isEmpty();
  }

  @Test
  void shouldRefuseAStepOutsideItsChain() {
    assertThatThrownBy(() -> features.of("k", 1, 1, List.of(), QUESTION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected an index in [0, 1), got 1");
  }

  private static float value(float[] values, String name) {
    return values[SurfaceFeatures.names().indexOf(name)];
  }

  private static TfIdf weights() {
    return TfIdf.fit(List.of(QUESTION, CHAIN.get(0), CHAIN.get(1), CHAIN.get(3)), NGrams.WORDS, 99);
  }
}
