package dev.linchpin.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.scoring.Output.Event;
import dev.linchpin.scoring.Output.Refusal;
import dev.linchpin.scoring.Output.Sink;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutputFormTest {

  @Test
  void shouldReadWhatItWrote() {
    // Given
    List<Output> outputs =
        List.of(
            new Event(Sink.SCORES, new byte[] {1, 2, 3}),
            new Event(Sink.LOW_IMPORTANCE_ALERTS, new byte[0]),
            new Event(Sink.IMPORTANT_ALERTS, new byte[200_000]),
            new Refusal(RejectionReason.MALFORMED, "expected é, got 猫", new byte[] {0, -1}),
            new Refusal(RejectionReason.KEY_MISMATCH, "k".repeat(100_000), new byte[0]),
            new Refusal(RejectionReason.EMPTY, "", null),
            new Output.Omission("NO_PROBE"));

    // When
    List<Output> back = OutputForm.read(OutputForm.write(outputs));

    // Then
    assertThat(back).usingRecursiveComparison().isEqualTo(outputs);
  }

  @Test
  void shouldWriteNothingForNoOutput() {
    assertThat(OutputForm.read(OutputForm.write(List.of()))).isEmpty();
  }
}
