package dev.linchpin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.LayerSelection;
import dev.linchpin.activation.Pooling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProbeFilesTest {
  private static final MlpProbe MLP =
      new MlpProbe(
          6,
          new float[] {1, 2, 3, 4, 5, 6, -1, -2, -3, 1f / 3, 1e-9f, 7},
          new float[] {0.5f, -0.5f},
          new float[] {2, 3},
          0.25f);
  private static final LinearProbe LINEAR = new LinearProbe(new float[] {1, 2, 3, 4, 5, 6}, -1f);

  @TempDir Path folder;

  @Test
  void shouldGiveBackAnMlp() throws IOException {
    ProbeRelease release = release(MLP, Optional.of(2));
    ProbeFiles.save(release, folder);

    ProbeRelease loaded = ProbeFiles.load(folder);

    assertThat(loaded).usingRecursiveComparison().isEqualTo(release);
    assertThat(loaded.probe()).isInstanceOf(MlpProbe.class);
  }

  @Test
  void shouldGiveBackALinearProbeWithoutParent() throws IOException {
    ProbeRelease release = release(LINEAR, Optional.empty());
    ProbeFiles.save(release, folder);

    ProbeRelease loaded = ProbeFiles.load(folder);

    assertThat(loaded).usingRecursiveComparison().isEqualTo(release);
    assertThat(loaded.probe()).isInstanceOf(LinearProbe.class);
  }

  @Test
  void shouldGiveBackWhichLayersAProbeReads() throws IOException {
    CaptureShape two = LayerSelection.of(List.of(4, 9)).mean().shape(12, 6, Pooling.MEAN);
    ProbeRelease all = release(LINEAR, Optional.empty());
    ProbeRelease release =
        new ProbeRelease(
            all.id(),
            all.modelFingerprint(),
            ProbeInput.layerwise(two),
            LINEAR,
            all.calibration(),
            all.thresholds(),
            all.metrics(),
            all.reference(),
            all.lifecycle());
    ProbeFiles.save(release, folder);

    ProbeRelease loaded = ProbeFiles.load(folder);

    assertThat(loaded).usingRecursiveComparison().isEqualTo(release);
    assertThat(Files.readString(folder.resolve(ProbeFiles.CARD)))
        .contains("\"layerNumbers\" : [ 4, 9 ]", "\"layerReduction\" : \"MEAN\"");
  }

  @Test
  void shouldLoadFromTheClassPath() throws IOException {
    ProbeFiles.save(release(MLP, Optional.empty()), folder.resolve("shipped/probe"));

    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      assertThat(ProbeFiles.loadResource(loader, "shipped/probe").id().name()).isEqualTo("first");
      assertThatThrownBy(() -> ProbeFiles.loadResource(loader, "absent"))
          .hasMessage("no probe at resource absent: missing absent/probe.json");
    }
  }

  @Test
  void shouldWriteTensorsAsOthersReadThem() throws IOException {
    Files.write(
        folder.resolve(ProbeFiles.WEIGHTS), new ProbeTensors(MLP, Optional.empty()).write());

    ByteBuffer file =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve(ProbeFiles.WEIGHTS)))
            .order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) file.getLong()];
    file.get(header);

    assertThat(new String(header, StandardCharsets.UTF_8))
        .contains("\"b2\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]}")
        .contains("\"w1\":{\"dtype\":\"F32\",\"shape\":[2,6],\"data_offsets\":[12,60]}");
    assertThat(file.position() % 8).isZero();
    assertThat(file.getFloat()).isEqualTo(0.5f);
  }

  @Test
  void shouldSayWhichFileIsMissing() throws IOException {
    assertThatThrownBy(() -> ProbeFiles.load(folder))
        .isInstanceOf(ProbeFileException.class)
        .hasMessageStartingWith("no probe at " + folder)
        .hasMessageEndingWith(ProbeFiles.CARD);
    ProbeFiles.save(release(MLP, Optional.empty()), folder);
    Files.delete(folder.resolve(ProbeFiles.WEIGHTS));
    assertThatThrownBy(() -> ProbeFiles.load(folder)).hasMessageEndingWith(ProbeFiles.WEIGHTS);
  }

  @Test
  void shouldSayWhatIsWrongWithTheCard() {
    byte[] weights = new ProbeTensors(MLP, Optional.empty()).write();
    String card = card();

    assertThatThrownBy(() -> read("not json", weights))
        .hasMessageStartingWith("probe at here: expected JSON as the card");
    assertThatThrownBy(() -> read(card.replace("\"layers\"", "\"lawyers\""), weights))
        .hasMessage(
            "probe at here: card field capture/layers: expected a whole number, got nothing");
    assertThatThrownBy(() -> read(card.replace("\"MEAN\"", "\"MODE\""), weights))
        .hasMessage("probe at here: card field capture/pooling: got unknown MODE");
    assertThatThrownBy(() -> read(card.replace("\"hidden\" : 3", "\"hidden\" : 4"), weights))
        .hasMessageContaining("6 inputs, its capture shape 8");
    assertThatThrownBy(() -> read(card.replace("2026-11-01", "yesterday"), weights))
        .hasMessageStartingWith("probe at here: Text 'yesterday");
  }

  @Test
  void shouldSayWhatIsWrongWithTheWeights() {
    byte[] weights = new ProbeTensors(MLP, Optional.empty()).write();
    String card = card();
    byte[] truncated = Arrays.copyOf(weights, weights.length - 1);

    assertThatThrownBy(() -> read(card, new byte[3]))
        .hasMessageContaining("expected a safetensors header, got a file of 3 bytes");
    assertThatThrownBy(() -> read(card, truncated))
        .hasMessageContaining("tensor w2: expected 8 bytes within the file's 67");
    assertThatThrownBy(() -> read(card, replaced(weights, "F32", "F16")))
        .hasMessageContaining("expected dtype F32, got F16");
    assertThatThrownBy(() -> read(card, replaced(weights, "\"w1\"", "\"wx\"")))
        .hasMessage("probe at here: expected tensors b1, b2, w1, w2 or b, w; got b1, b2, w2, wx");
    assertThatThrownBy(() -> read(card, replaced(weights, "[2,6]", "[2,5]")))
        .isInstanceOf(ProbeFileException.class);
  }

  @Test
  void shouldRefuseWeightsThatAreNotFinite() {
    byte[] weights =
        new ProbeTensors(new LinearProbe(new float[] {0, 1, Float.NaN}, 0f), Optional.empty())
            .write();

    assertThatThrownBy(() -> read(card(), weights))
        .hasMessage("probe at here: tensor w: expected finite values, got NaN at index 2");
  }

  private static ProbeRelease read(String card, byte[] weights) {
    return ProbeFiles.read(
        new ByteArrayInputStream(card.getBytes(StandardCharsets.UTF_8)),
        new ByteArrayInputStream(weights),
        "here");
  }

  private static String card() {
    return new String(ProbeCard.write(release(MLP, Optional.of(2))), StandardCharsets.UTF_8);
  }

  private static byte[] replaced(byte[] file, String text, String by) {
    String latin = new String(file, StandardCharsets.ISO_8859_1).replace(text, by);
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static ProbeRelease release(Probe probe, Optional<Integer> parent) {
    return new ProbeRelease(
        new ProbeId("reasoner", "first", 3),
        "sha256:abc",
        ProbeInput.layerwise(new CaptureShape(2, 3, Pooling.MEAN)),
        probe,
        new Calibration(1.25, -1.0 / 3),
        new Thresholds(0.1, 0.9),
        Map.of("auroc", 0.9123456789012345, "test/steps", 120.0),
        Optional.of(
            new TrainingReference(
                new float[] {1, 2, 3, 4, 5, 6},
                new float[] {1, 1, 0, 1, 0.5f, 1},
                new double[] {0.5, 0, 0, 0, 0, 0, 0, 0, 0.25, 0.25},
                0.9,
                0.3)),
        new ProbeLifecycle(
            ProbeStatus.CHAMPION,
            Instant.parse("2026-11-01T12:00:00.123456Z"),
            parent,
            Optional.of(Instant.parse("2026-11-02T12:00:00Z"))));
  }
}
