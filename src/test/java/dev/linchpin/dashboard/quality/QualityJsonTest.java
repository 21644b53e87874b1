package dev.linchpin.dashboard.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.wire.SampleEvents;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QualityJsonTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  @Test
  void shouldHaveTheFieldsThatThePageReads() {
    // Given
    EvaluationBook book = new EvaluationBook();
    book.note(SampleEvents.probeEvaluated());
    QualityReport report = QualityReport.of(new ProbeHeads(List.of()), book, Optional.empty());

    // When
    JsonNode probe = JSON.valueToTree(report).at("/probes/0");

    // Then
    assertThat(probe.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "probe", "model", "name", "version", "status", "latest", "history");
    assertThat(probe.at("/status").isNull()).isTrue();
    assertThat(probe.at("/latest/auroc").doubleValue()).isEqualTo(0.9);
    assertThat(probe.at("/latest/importantPrecision").isNull()).isTrue();
    assertThat(probe.at("/latest/calibration/1/importantShare").doubleValue()).isEqualTo(0.1);
    assertThat(probe.at("/latest/calibration/0/low").isNull()).isTrue();
    assertThat(probe.at("/latest/delays/counts/9").longValue()).isEqualTo(9);
    assertThat(probe.at("/latest/drift/score").doubleValue()).isEqualTo(0.3);
    assertThat(probe.at("/latest/alarms/0").textValue()).isEqualTo("SCORE_DRIFT");
    assertThat(probe.at("/latest/evaluatedAt").textValue())
        .isEqualTo("2026-11-22T10:15:30.123456Z");
    assertThat(probe.at("/history/0").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "at",
            "auroc",
            "aurocLow",
            "aurocHigh",
            "accuracy",
            "accuracyLow",
            "accuracyHigh",
            "calibrationError",
            "labels",
            "scoreDrift",
            "activationDrift");
  }
}
