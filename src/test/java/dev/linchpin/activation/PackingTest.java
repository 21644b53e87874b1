package dev.linchpin.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PackingTest {

  private static final CaptureShape SHAPE = new CaptureShape(7, 100, Pooling.MEAN);

  @ParameterizedTest
  @EnumSource
  void shouldGiveBackEveryByte(NumberFormat format) {
    // Given
    StepActivations plain = sample(format);

    // When
    StepActivations packed = plain.packed();

    // Then
    assertThat(packed.packing()).isEqualTo(Packing.SHUFFLED_ZSTD);
    assertThat(packed.data().remaining()).isLessThan(plain.data().remaining());
    assertThat(packed.plain().data()).isEqualTo(plain.data());
    assertThat(packed.decode()).containsExactly(plain.decode());
  }

  @Test
  void shouldUnpackAViewThatBeginsInsideItsArray() {
    // Given
    StepActivations packed = sample(NumberFormat.BF16).packed();
    int length = packed.data().remaining();
    ByteBuffer record = ByteBuffer.allocate(length + 10).put(5, packed.data().array());
    ByteBuffer view = record.slice(5, length);

    // When
    StepActivations plain =
        new StepActivations(SHAPE, NumberFormat.BF16, Packing.SHUFFLED_ZSTD, view).plain();

    // Then
    assertThat(plain).isEqualTo(sample(NumberFormat.BF16));
  }

  @Test
  void shouldLeaveAloneWhatWouldNotBecomeSmaller() {
    // Given
    CaptureShape small = new CaptureShape(1, 2, Pooling.MEAN);
    StepActivations plain = StepActivations.encode(small, NumberFormat.BF16, new float[] {1, 2});

    // When, Then
    assertThat(plain.packed()).isSameAs(plain);
    assertThat(plain.plain()).isSameAs(plain);
  }

  @Test
  void shouldRefuseBytesThatAreNoFrame() {
    assertThatThrownBy(() -> packed(new byte[] {1, 2, 3}).plain())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a zstd frame of 1400 bytes, got none that states its size");
  }

  @Test
  void shouldRefuseAFrameOfAnotherSizeBeforeItIsUnpacked() {
    // Given
    byte[] bomb = Zstd.compress(new byte[100_000_000], 1);

    // When, Then
    assertThatThrownBy(() -> packed(bomb).decode())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a zstd frame of 1400 bytes, got one of 100000000");
  }

  @Test
  void shouldRefuseAShapeOfAnySizeThatTheFrameRepeats() {
    // Given
    CaptureShape huge = new CaptureShape(1 << 14, 1 << 14, Pooling.MEAN);
    byte[] frame = Zstd.compress(new byte[1], 1);
    StepActivations record =
        new StepActivations(huge, NumberFormat.BF16, Packing.SHUFFLED_ZSTD, ByteBuffer.wrap(frame));

    // When, Then
    assertThatThrownBy(record::plain)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected at most 67108864 bytes to unpack, got 536870912 ([16384, 16384] BF16)");
  }

  @Test
  void shouldRefuseACutFrame() {
    // Given
    byte[] frame = bytes(sample(NumberFormat.BF16).packed());

    // When, Then
    for (int length = 0; length < frame.length; length += 97) {
      byte[] cut = Arrays.copyOf(frame, length);
      assertThatThrownBy(() -> packed(cut).plain())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("expected a zstd frame of 1400 bytes, got ");
    }
  }

  @Test
  void shouldNeverDoAnythingButRefuseOrUnpackADamagedFrame() {
    // Given
    byte[] frame = bytes(sample(NumberFormat.BF16).packed());
    Random random = new Random(7);

    for (int trial = 0; trial < 500; trial++) {
      byte[] damaged = frame.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));

      // When, Then
      try {
        assertThat(packed(damaged).plain().data().remaining()).isEqualTo(1400);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith("expected a zstd frame of 1400 bytes, got ");
      }
    }
  }

  @Test
  void shouldRefuseToPackATensorOfAnotherLength() {
    // Given
    StepActivations cut = new StepActivations(SHAPE, NumberFormat.BF16, new byte[1399]);

    // When, Then
    assertThatThrownBy(cut::packed).hasMessage("expected 1400 bytes ([7, 100] BF16), got 1399");
  }

  private static StepActivations packed(byte[] frame) {
    return new StepActivations(
        SHAPE, NumberFormat.BF16, Packing.SHUFFLED_ZSTD, ByteBuffer.wrap(frame));
  }

  private static byte[] bytes(StepActivations activations) {
    return activations.data().array();
  }

  private static StepActivations sample(NumberFormat format) {
    Random random = new Random(11);
    float[] values = new float[SHAPE.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(8 * Math.pow(random.nextGaussian(), 3)) / 8f;
    }
    return StepActivations.encode(SHAPE, format, values);
  }
}
