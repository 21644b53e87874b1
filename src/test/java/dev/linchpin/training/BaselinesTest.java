package dev.linchpin.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BaselinesTest {
  private static final StepText FIRST = new StepText("what is b ?", 0, "b is  a plus a .\n");
  private static final StepText SECOND = new StepText("what is b ?", 1, "a plus a is b .");
  private static final StepText EMPTY = new StepText("", 2, " ");

  @Test
  void shouldCountWordsWhateverTheirOrder() {
    float[][] bags = Baselines.bagOfWords(List.of(FIRST, SECOND, EMPTY));

    assertThat(bags[0]).hasSize(Baselines.BUCKETS).containsExactly(bags[1]);
    assertThat(sum(bags[0])).isEqualTo(6);
    assertThat(IntStream.range(0, bags[0].length).filter(i -> bags[0][i] > 0)).hasSize(5);
    assertThat(sum(bags[2])).isZero();
  }

  @Test
  void shouldGivePositionAndLengths() {
    float[][] features = Baselines.positionWithLength(List.of(FIRST, SECOND, EMPTY));

    assertThat(features[0]).containsExactly(0, 6, 4);
    assertThat(features[1]).containsExactly(1, 6, 4);
    assertThat(features[2]).containsExactly(2, 0, 0);
  }

  private static double sum(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
  }
}
