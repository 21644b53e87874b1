package dev.linchpin.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class StepPoolerTest {

  private final StepPooler pooler = new StepPooler(1, 2);

  @Test
  void shouldPoolTheStepAndThePositionBeforeIt() {
    pooler.add(new float[] {9f, 8f});
    pooler.startStep();
    pooler.add(new float[] {1f, 2f});
    pooler.add(new float[] {3f, 6f});

    assertThat(pooler.positions()).isEqualTo(2);
    assertThat(pooler.pooled(Pooling.MEAN)).containsExactly(2f, 4f);
    assertThat(pooler.pooled(Pooling.LAST)).containsExactly(3f, 6f);
    assertThat(pooler.pooled(Pooling.FIRST_PREDICTOR)).containsExactly(9f, 8f);
  }

  @Test
  void shouldTakeTheLastPositionOfAStepAsThePredictorOfTheNext() {
    pooler.startStep();
    pooler.add(new float[] {1f, 2f});
    pooler.add(new float[] {3f, 6f});
    pooler.startStep();
    pooler.add(new float[] {5f, 7f});

    assertThat(pooler.pooled(Pooling.MEAN)).containsExactly(5f, 7f);
    assertThat(pooler.pooled(Pooling.FIRST_PREDICTOR)).containsExactly(3f, 6f);
  }

  @Test
  void shouldCopyWhatItIsGivenAndWhatItGives() {
    float[] residual = {1f, 2f};
    pooler.add(residual);
    residual[0] = 100f;
    pooler.pooled(Pooling.LAST)[1] = 100f;

    assertThat(pooler.pooled(Pooling.LAST)).containsExactly(1f, 2f);
  }

  @Test
  void shouldRefuseToPoolPositionsThatItHasNotSeen() {
    pooler.startStep();

    assertThatThrownBy(() -> pooler.pooled(Pooling.MEAN)).hasMessageContaining("no position yet");
    assertThatThrownBy(() -> pooler.pooled(Pooling.LAST)).hasMessageContaining("no position yet");
    assertThatThrownBy(() -> pooler.pooled(Pooling.FIRST_PREDICTOR))
        .hasMessage("no position precedes the step");
  }

  @Test
  void shouldRefuseAPositionOfAnotherSize() {
    assertThatThrownBy(() -> pooler.add(new float[3]))
        .hasMessage("expected 2 values of a position, got 3");
  }
}
