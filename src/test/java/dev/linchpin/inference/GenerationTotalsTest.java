package dev.linchpin.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.reasoning.AnswerMarker;
import dev.linchpin.wire.ChainFinished;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GenerationTotalsTest {
  @Test
  void shouldCountTheTokensAndChainsOfAGenerator() throws Exception {
    // Given
    ChainGenerator generator =
        new ChainGenerator(
            ScriptedModel.saying("A|.\n|B|.\n|Answer:| 4|.\n"),
            new CaptureSettings(AnswerMarker.parse("^Answer:"), Pooling.MEAN, NumberFormat.F32),
            InstantSource.system());

    // When
    ChainFinished first = generator.generate(request("a"), new RecordingListener());
    ChainFinished second = generator.generate(request("b"), new RecordingListener());

    // Then
    assertThat(generator.totals().chains()).isEqualTo(2);
    assertThat(generator.totals().tokens())
        .isEqualTo(first.completionTokens() + second.completionTokens())
        .isPositive();
  }

  private static ChainRequest request(String id) {
    return new ChainRequest(id, Optional.empty(), "x?", Optional.of("4"), ScriptedModel.SAMPLING);
  }
}
