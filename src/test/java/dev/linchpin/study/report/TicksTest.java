package dev.linchpin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TicksTest {

  @Test
  void shouldBeRoundAndCoverTheRange() {
    assertThat(labels(Ticks.around(0.52, 0.998, 5)))
        .containsExactly("0.5", "0.6", "0.7", "0.8", "0.9", "1.0");
    assertThat(labels(Ticks.around(-12, 31, 5)))
        .containsExactly("-20", "-10", "0", "10", "20", "30", "40");
    assertThat(labels(Ticks.around(0, 4321, 5)))
        .containsExactly("0", "1,000", "2,000", "3,000", "4,000", "5,000");
  }

  @Test
  void shouldStayWithinTheRangeAndKeepTheLeastStep() {
    assertThat(labels(Ticks.within(0.9, 3.1, 8, 1))).containsExactly("1", "2", "3");
    assertThat(labels(Ticks.within(-0.54, 27.54, 8, 1)))
        .containsExactly("0", "5", "10", "15", "20", "25");
  }

  @Test
  void shouldWriteVerySmallAndLargeNumbersShort() {
    assertThat(labels(Ticks.around(0, 4e-9, 4))).endsWith("3E-9", "4E-9");
    assertThat(labels(Ticks.around(0, 2e12, 2))).containsExactly("0", "1E12", "2E12");
  }

  private static List<String> labels(Ticks ticks) {
    return Arrays.stream(ticks.values()).mapToObj(ticks::label).toList();
  }
}
