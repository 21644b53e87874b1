package dev.linchpin.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShortcutsTest {
  @ParameterizedTest
  @CsvSource({
    "So the answer is 42., true",
    "The final answer must be 42!, true",
    "Hence \\boxed{42}., true",
    "So the answer is 41., false",
    "So x is 42., false",
    "42 is not answered yet by 7., false"
  })
  void shouldKnowAStepThatStatesTheAnswer(String step, boolean states) {
    assertThat(Shortcuts.statesAnswer(step, "42")).isEqualTo(states);
  }
}
