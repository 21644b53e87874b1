package dev.linchpin.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.quality.Interval;
import dev.linchpin.training.FollowerEvent;
import dev.linchpin.training.Losses;
import dev.linchpin.training.PromotionGate.Decision;
import dev.linchpin.training.PromotionGate.Figures;
import dev.linchpin.training.PromotionGate.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class TrainingReportTest {
  private static final FollowerEvent.Promoted PROMOTED =
      new FollowerEvent.Promoted(
          new ProbeId("tiny", "untrained", 1),
          new ProbeId("tiny", "layerwise", 2),
          new Decision(
              Outcome.PROMOTE,
              90,
              30,
              new Figures(0.5, 0.2, 0.25),
              new Figures(0.875, 0.05, 0.1),
              new Interval(0.3, 0.45)));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private TrainingReport report(boolean json) {
    return new TrainingReport(new PrintWriter(out), new PrintWriter(err), json);
  }

  @Test
  void shouldPrintAPromotionAsALineOfJson() throws Exception {
    // When
    report(true).heard(PROMOTED);

    // Then
    JsonNode line = new ObjectMapper().readTree(out.toString());
    assertThat(line.get("type").asText()).isEqualTo("promotion");
    assertThat(line.get("from").asInt()).isEqualTo(1);
    assertThat(line.get("to").asInt()).isEqualTo(2);
    assertThat(line.get("aurocFrom").asDouble()).isEqualTo(0.5);
    assertThat(line.get("aurocTo").asDouble()).isEqualTo(0.875);
  }

  @Test
  void shouldPrintBothVersionsFiguresForPeople() {
    report(false).heard(PROMOTED);

    assertThat(out.toString())
        .contains("promotion: tiny/untrained/1 AUROC 0.500", "tiny/layerwise/2 AUROC 0.875")
        .contains("gain 0.300 to 0.450 on 90 steps of 30 chains");
  }

  @Test
  void shouldSayWhatCannotBeTrainedOn() {
    report(false).heard(new FollowerEvent.Lost(new Losses(3, 2, 1, 5, 4)));

    assertThat(err.toString())
        .contains("3 deleted, 2 mismatched, 1 malformed, 5 not in the claim store, 4 projected");
    assertThat(out.toString()).isEmpty();
  }
}
