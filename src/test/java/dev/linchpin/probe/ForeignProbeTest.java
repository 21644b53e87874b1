package dev.linchpin.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The probe files and another program: the Python of {@code schemas/probe-files.md}. */
final class ForeignProbeTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Path SCRIPTS = Path.of("src/test/foreign");
  private static final Path DOCUMENT = Path.of("schemas/probe-files.md");
  private static final Path FIXTURES = Path.of("src/test/resources/foreign-probe");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"mlp", "layer-mean"})
  void shouldScoreAProbeMadeElsewhereBitForBit(String name) throws Exception {
    // When
    ProbeRelease release = ProbeFiles.load(FIXTURES.resolve(name));

    // Then
    JsonNode steps = JSON.readTree(FIXTURES.resolve(name).resolve("expected.json").toFile());
    assertThat(steps).hasSize(8);
    for (JsonNode step : steps) {
      float[] activations = floats(step.get("activations"));
      float logit = release.probe().logit(release.input().of(activations));
      assertThat(logit).isEqualTo((float) step.get("logit").asDouble());
      assertThat(release.score(activations))
          .isCloseTo(step.get("probability").asDouble(), within(1e-15));
    }
  }

  @Test
  void shouldTakeEverythingFromACardMadeElsewhere() {
    ProbeRelease release = ProbeFiles.load(FIXTURES.resolve("layer-mean"));

    assertThat(release.id()).isEqualTo(new ProbeId("elsewhere/model", "layer-mean", 4));
    assertThat(release.modelFingerprint()).isEqualTo("5eed");
    assertThat(release.input())
        .isEqualTo(new ProbeInput(new CaptureShape(3, 7, Pooling.LAST), LayerView.LAYER_MEAN));
    assertThat(release.calibration()).isEqualTo(new Calibration(1.25, -0.1));
    assertThat(release.thresholds()).isEqualTo(new Thresholds(0.3, 0.7));
    assertThat(release.metrics()).isEqualTo(Map.of("auroc", 0.875));
    assertThat(release.lifecycle())
        .isEqualTo(
            new ProbeLifecycle(
                ProbeStatus.CHALLENGER,
                Instant.parse("2026-01-31T12:00:00.250Z"),
                Optional.of(2),
                Optional.empty()));
    TrainingReference reference = release.reference().orElseThrow();
    assertThat(reference.scale()).containsExactly(1, 1, 1, 1, 1, 1, 0);
    assertThat(reference.scoreShares()).startsWith(0.5).endsWith(0.5);
    assertThat(reference.distanceMean()).isEqualTo(0.96875);
  }

  @Test
  void shouldBeWhatTheDocumentedSnippetWrites() throws Exception {
    // Given
    assumeTrue(Files.isExecutable(PYTHON), "no " + PYTHON);

    // When
    run("write_probe.py", folder.toString());

    // Then
    for (String name : List.of("mlp", "layer-mean")) {
      for (String file : List.of(ProbeFiles.CARD, ProbeFiles.WEIGHTS, "expected.json")) {
        assertThat(folder.resolve(name).resolve(file))
            .hasSameBinaryContentAs(FIXTURES.resolve(name).resolve(file));
      }
    }
  }

  @Test
  void shouldBeReadByTheDocumentedSnippet() throws Exception {
    // Given
    assumeTrue(Files.isExecutable(PYTHON), "no " + PYTHON);
    MlpProbe mlp =
        new MlpProbe(
            2,
            new float[] {0.1f, -1e-9f, 3e30f, 4},
            new float[] {1f / 3, 2},
            new float[] {5, 6},
            7);
    ProbeFiles.save(release(mlp), folder);

    // When
    JsonNode read = JSON.readTree(run("read_probe.py", folder.toString(), "[1,2,4,8]", "0.75"));

    // Then
    JsonNode tensors = read.get("tensors");
    assertThat(tensors.at("/w1/shape")).isEqualTo(JSON.readTree("[2,2]"));
    assertThat(tensors.at("/b2/shape")).isEqualTo(JSON.readTree("[]"));
    assertThat(floats(tensors.at("/w1/values"))).isEqualTo(mlp.w1());
    assertThat(floats(tensors.at("/b1/values"))).isEqualTo(mlp.b1());
    assertThat(floats(tensors.at("/w2/values"))).isEqualTo(mlp.w2());
    assertThat(floats(tensors.at("/b2/values"))).containsExactly(mlp.b2());
    assertThat(floats(read.get("inputs"))).containsExactly(2.5f, 5);
    assertThat(read.get("probability").asDouble())
        .isCloseTo(release(mlp).calibration().probability(0.75), within(1e-15));
  }

  private static ProbeRelease release(Probe probe) {
    return new ProbeRelease(
        new ProbeId("reasoner", "first", 3),
        "abc",
        new ProbeInput(new CaptureShape(2, 2, Pooling.MEAN), LayerView.LAYER_MEAN),
        probe,
        new Calibration(1.25, -1.0 / 3),
        new Thresholds(0.1, 0.9),
        Map.of(),
        Optional.empty(),
        ProbeLifecycle.firstChampion(Instant.EPOCH));
  }

  private static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) array.get(i).asDouble();
    }
    return values;
  }

  /** What a script prints. */
  private static String run(String script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(PYTHON.toString());
    command.add(SCRIPTS.resolve(script).toString());
    command.add(DOCUMENT.toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
