package dev.linchpin.app.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.reasoning.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SyntheticLoadTest {
  private static final CaptureShape SHAPE = new CaptureShape(4, 64, Pooling.MEAN);

  @Test
  void shouldGrowFromLayerToLayerAndHaveAFewLargeUnits() {
    // When
    float[] magnitudes = new SyntheticActivations(SHAPE, 1).magnitudes();

    // Then
    float[] first = Arrays.copyOfRange(magnitudes, 0, 64);
    float[] last = Arrays.copyOfRange(magnitudes, 3 * 64, 4 * 64);
    Arrays.sort(first);
    Arrays.sort(last);
    assertThat(last[0]).isGreaterThan(30 * first[0]);
    assertThat(first[63]).isGreaterThan(50 * first[0]);
  }

  @Test
  void shouldDifferFromStepToStepAndComeBackWithTheSeed() {
    // When
    StepActivations[] pool = new SyntheticActivations(SHAPE, 1).pool(3);

    // Then
    assertThat(pool[0].decode()).isNotEqualTo(pool[1].decode());
    assertThat(new SyntheticActivations(SHAPE, 1).pool(3)[2].decode()).isEqualTo(pool[2].decode());
  }

  @Test
  void shouldFlagEveryStepAndBothVerdicts() {
    // Given
    ProbeRelease probe = BenchProbe.champion(SHAPE, 1);
    SyntheticActivations activations = new SyntheticActivations(SHAPE, 2);

    // When
    List<Verdict> verdicts =
        Stream.generate(activations::next)
            .limit(200)
            .map(probe::score)
            .map(probe.thresholds()::verdict)
            .toList();

    // Then
    assertThat(verdicts).contains(Verdict.IMPORTANT, Verdict.REMOVABLE);
    assertThat(verdicts).doesNotContain(Verdict.UNCERTAIN);
  }
}
