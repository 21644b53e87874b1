package dev.linchpin.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerMatcherTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k=5 plus m=9 total=4. | 4",
        "k=5 minus m=9 total=-4. | -4",
        "The total is $1,234.50. | 1234.5",
        "about .5 | 0.5",
        "5-3 | 3",
        "it is \u22127 | -7",
        "so \\boxed{12} of 40 | 12",
        "first \\boxed{3}, then \\boxed{\\text{4}} | 4",
        "\\boxed{x^{2}+1} | x^{2}+1",
        "50 % | 50%",
        "Paris. | paris",
        "  the  red\tdoor! | The red door",
        "\\boxed{42 | 42",
        "4 | \\boxed{4}",
        "? | ?",
      })
  void shouldAccept(String answer, String key) {
    assertThat(AnswerMatcher.matches(answer, key)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k=5 plus m=9 total=4. | 5",
        "no number at all | 4",
        "'' | 4",
        "'' | Paris",
        "so \\boxed{12} of 40 | 40",
        "London | Paris",
        "3.14 | 3",
        "-4 | 4",
      })
  void shouldReject(String answer, String key) {
    assertThat(AnswerMatcher.matches(answer, key)).isFalse();
  }
}
