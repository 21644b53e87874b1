package dev.linchpin.study.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Cell.Spread;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EstimatesTest {
  @Test
  void shouldGiveAMeanWithinItsInterval() {
    Estimate mean = Estimates.mean(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

    assertThat(mean.value()).isEqualTo(5);
    assertThat(mean.low()).isBetween(2.5, 4.5);
    assertThat(mean.high()).isBetween(5.5, 7.5);
    assertThat(mean.n()).isEqualTo(9);
    assertThat(mean.spread()).isEqualTo(Spread.INTERVAL_95);
  }

  /** Ten steps of two chains say no more than two chains. */
  @Test
  void shouldDrawWholeChains() {
    List<Integer> steps = IntStream.range(0, 10).boxed().toList();

    Estimate share = Estimates.share(steps, i -> i < 5 ? "a" : "b", i -> i < 5);

    assertThat(share.value()).isEqualTo(0.5);
    assertThat(share.low()).isZero();
    assertThat(share.high()).isEqualTo(1);
  }
}
