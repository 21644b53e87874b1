package dev.linchpin.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class StepActivationsTest {

  private static final CaptureShape SHAPE = new CaptureShape(2, 3, Pooling.MEAN);
  private static final float[] VALUES = {0f, -1.5f, 2f, 1024f, -0.125f, 3f};

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "INT8")
  void shouldGiveBackValuesThatTheFormatCanHold(NumberFormat format) {
    StepActivations activations = StepActivations.encode(SHAPE, format, VALUES);

    assertThat(activations.data().remaining()).isEqualTo((int) format.bytes(6));
    assertThat(activations.decode()).containsExactly(VALUES);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "INT8")
  void shouldDecodeIntoTheCallersArray(NumberFormat format) {
    float[] into = new float[6];

    StepActivations.encode(SHAPE, format, VALUES).decode(into);

    assertThat(into).containsExactly(VALUES);
  }

  @Test
  void shouldWriteLittleEndian() {
    CaptureShape one = new CaptureShape(1, 1, Pooling.LAST);

    assertThat(StepActivations.encode(one, NumberFormat.BF16, new float[] {1f}).data().array())
        .containsExactly(0x80, 0x3f);
    assertThat(StepActivations.encode(one, NumberFormat.F16, new float[] {1f}).data().array())
        .containsExactly(0x00, 0x3c);
    assertThat(StepActivations.encode(one, NumberFormat.F32, new float[] {1f}).data().array())
        .containsExactly(0x00, 0x00, 0x80, 0x3f);
  }

  @Test
  void shouldSayWhatLengthWasExpected() {
    byte[] data = StepActivations.encode(SHAPE, NumberFormat.BF16, VALUES).data().array();
    StepActivations truncated =
        new StepActivations(SHAPE, NumberFormat.BF16, Arrays.copyOf(data, 11));

    assertThatThrownBy(truncated::decode)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 12 bytes ([2, 3] BF16), got 11");
  }

  @Test
  void shouldRefuseAnArrayOfAnotherSize() {
    StepActivations activations = StepActivations.encode(SHAPE, NumberFormat.F32, VALUES);

    assertThatThrownBy(() -> activations.decode(new float[7]))
        .hasMessage("expected 6 values ([2, 3]), got 7");
    assertThatThrownBy(() -> StepActivations.encode(SHAPE, NumberFormat.F32, new float[5]))
        .hasMessage("expected 6 values ([2, 3]), got 5");
  }

  @Test
  void shouldFindTheFirstValueThatIsNotFinite() {
    assertThat(StepActivations.firstNonFinite(VALUES)).isEmpty();
    assertThat(StepActivations.firstNonFinite(new float[] {1f, Float.NaN, Float.NaN})).hasValue(1);
    assertThat(StepActivations.firstNonFinite(new float[] {Float.NEGATIVE_INFINITY})).hasValue(0);
  }

  @Test
  void shouldOverflowF16ToInfinity() {
    float[] values = {0f, 0f, 70000f, 0f, 0f, 0f};

    float[] decoded = StepActivations.encode(SHAPE, NumberFormat.F16, values).decode();

    assertThat(StepActivations.firstNonFinite(decoded)).hasValue(2);
  }
}
