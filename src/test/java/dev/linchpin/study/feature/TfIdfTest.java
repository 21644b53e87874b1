package dev.linchpin.study.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TfIdfTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Let k: b plus 6.; let|k|:|b|plus|6",
        "k=5 is -3.14!; k|=|5|is|-|3.14",
        "1,234 apples; 1|234|apples",
        "a\u2264b, x\u2212y; a|\u2264|b|x|-|y",
        "Let's don\u2019t 'quote'; let's|don\u2019t|quote",
        "\\frac{3}{4}x_1; frac|3|4|x_1",
        "2x + \u00c4pfel; 2|x|+|\u00e4pfel",
        "...; ''",
      })
  void shouldKeepSingleCharactersAndOperators(String text, String words) {
    List<String> expected = words.isEmpty() ? List.of() : List.of(words.split("\\|", -1));

    assertThat(Words.of(text)).isEqualTo(expected);
  }

  @Test
  void shouldHaveTermsOfAllLengths() {
    assertThat(new NGrams(1, 3).terms("a b c"))
        .containsExactly("a", "b", "c", "a b", "b c", "a b c");
    assertThat(new NGrams(2, 5).terms("a")).isEmpty();
    assertThat(NGrams.PAPER.terms("")).isEmpty();
  }

  @Test
  void shouldWeighTermsAsComputedByHand() {
    TfIdf tfIdf = TfIdf.fit(List.of("a a b", "a c"), NGrams.WORDS, 10);

    float[] vector = tfIdf.vector("A a b d");

    // Inverse frequency of a, in both texts: 1; of b, in one: ln(3/2) + 1.
    double a = 1 + Math.log(2);
    double b = Math.log(1.5) + 1;
    double length = Math.sqrt(a * a + b * b);
    assertThat(vector)
        .containsExactly(
            new float[] {(float) (a / length), (float) (b / length), 0}, within(1e-6f));
  }

  @Test
  void shouldKeepTheMostFrequentTermsAndTheFirstOfEquallyFrequentOnes() {
    List<String> texts = List.of("z z z d", "c b", "y y d");

    TfIdf tfIdf = TfIdf.fit(texts, NGrams.WORDS, 4);

    // Three times z, twice d and y, then b before c.
    assertThat(tfIdf.size()).isEqualTo(4);
    assertThat(tfIdf.vector("b")).containsExactly(1, 0, 0, 0);
    assertThat(tfIdf.vector("d")).containsExactly(0, 1, 0, 0);
    assertThat(tfIdf.vector("y")).containsExactly(0, 0, 1, 0);
    assertThat(tfIdf.vector("z")).containsExactly(0, 0, 0, 1);
    assertThat(tfIdf.vector("c")).containsExactly(0, 0, 0, 0);
  }

  @Test
  void shouldTellWordOrderByLongerTerms() {
    List<String> texts = List.of("k plus m", "m plus k");
    TfIdf words = TfIdf.fit(texts, NGrams.WORDS, 100);
    TfIdf runs = TfIdf.fit(texts, NGrams.PAPER, 100);

    assertThat(words.similarity("k plus m", "m plus k")).isCloseTo(1, within(1e-12));
    assertThat(runs.similarity("k plus m", "m plus k")).isBetween(0.2, 0.8);
  }

  @Test
  void shouldBeAsSimilarEitherWay() {
    TfIdf tfIdf = TfIdf.fit(List.of("so k= 5", "so m= 7", "Need k"), NGrams.PAPER, 100);

    double there = tfIdf.similarity("so k= 5", "Need k");

    assertThat(there).isBetween(0.01, 0.99).isEqualTo(tfIdf.similarity("Need k", "so k= 5"));
    assertThat(tfIdf.similarity("so k= 5", "SO  k = 5 .")).isBetween(1 - 1e-12, 1.0);
  }

  @Test
  void shouldBeNothingWithoutKnownTerms() {
    TfIdf tfIdf = TfIdf.fit(List.of("a b"), NGrams.PAPER, 100);
    TfIdf empty = TfIdf.fit(List.of(), NGrams.PAPER, 100);

    assertThat(tfIdf.vector("x")).containsExactly(0, 0, 0);
    assertThat(tfIdf.similarity("a", "")).isZero();
    assertThat(empty.size()).isZero();
    assertThat(empty.vector("a")).isEmpty();
    assertThat(empty.similarity("a", "a")).isZero();
  }

  @Test
  void shouldRefuseTermsThatCannotBe() {
    assertThatThrownBy(() -> TfIdf.fit(List.of(), NGrams.WORDS, 0))
        .hasMessage("expected maxFeatures >= 1, got 0");
    assertThatThrownBy(() -> new NGrams(0, 1))
        .hasMessage("expected 1 <= shortest <= longest, got 0 and 1");
    assertThatThrownBy(() -> new NGrams(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
