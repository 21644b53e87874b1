package dev.linchpin.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.lm.SafeTensorsWriter.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class SafeTensorsTest {

  private static final float[] EXACT_IN_ALL = {0, 1, -2.5f, 0.375f, 96, -0.0078125f};

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(value = NumberFormat.class, mode = Mode.EXCLUDE, names = "INT8")
  void shouldReadWhatItWrote(NumberFormat format) {
    Path file = folder.resolve("model.safetensors");
    Map<String, Tensor> tensors = new TreeMap<>();
    tensors.put("a", new Tensor(new float[] {7}, 1));
    tensors.put("b", new Tensor(EXACT_IN_ALL, 3, 2));

    new SafeTensorsWriter(format).write(file, tensors);
    SafeTensors read = SafeTensors.open(file);

    assertThat(read.tensors()).containsOnlyKeys("a", "b");
    assertThat(read.values("b")).isEqualTo(EXACT_IN_ALL);
    assertThat(read.find("b").orElseThrow().shape()).containsExactly(3, 2);
    assertThat(read.find("b").orElseThrow().format()).isEqualTo(format);
  }

  @Test
  void shouldWriteTheLayoutOfTheFormat() throws Exception {
    Path file = folder.resolve("x.safetensors");
    new SafeTensorsWriter(NumberFormat.BF16).write(file, Map.of("w", new Tensor(new float[2], 2)));

    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) bytes.getLong();
    assertThat(header % 8).isZero();
    assertThat(bytes.limit()).isEqualTo(8 + header + 4);
    assertThat(new String(bytes.array(), 8, header, StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"w\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]}}");
  }

  @Test
  void shouldKeepLargeTensorsWhole() {
    float[] values = new float[200_003];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    Path file = folder.resolve("x.safetensors");
    new SafeTensorsWriter(NumberFormat.F32).write(file, Map.of("w", new Tensor(values, 200_003)));

    assertThat(SafeTensors.open(file).values("w")).isEqualTo(values);
  }

  @Test
  void shouldRejectValuesThatDoNotFillTheShape() {
    assertThatThrownBy(() -> new Tensor(new float[5], 2, 3))
        .hasMessage("expected 6 values for shape [2, 3], got 5");
  }

  @Test
  void shouldNameAnUnknownTensor() {
    Path file = folder.resolve("x.safetensors");
    new SafeTensorsWriter(NumberFormat.F32).write(file, Map.of());

    assertThatThrownBy(() -> SafeTensors.open(file).values("w"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage(file + ": tensor w is missing");
  }
}
