package dev.linchpin.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linchpin.stream.UnusableRecordException.Reason;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.SampleEvents;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChainReaderTest {
  private static final byte[] KEY = SampleEvents.STEP.chainId().getBytes(UTF_8);

  private final List<Duration> waits = new ArrayList<>();
  private FakeRegistry registry;
  private ChainReader<StepScored> reader;
  private byte[] value;

  @BeforeEach
  void createReader() throws IOException {
    registry = new FakeRegistry();
    WireFormat wire = new WireFormat(registry.settings());
    Patience patience = new Patience(waits::add, () -> false);
    value =
        PatientWriter.of(Topics.DEFAULT.scores(), wire, patience)
            .serialize("scores", SampleEvents.stepScored());
    reader =
        new ChainReader<>(
            new PatientReader<>(Topics.DEFAULT.scores(), wire.decoder(), patience),
            score -> score.step().chainId());
  }

  @AfterEach
  void closeRegistry() {
    registry.close();
  }

  @Test
  void shouldReadARecordUnderItsChain() {
    // When
    StepScored score = reader.read(KEY, value);

    // Then
    assertThat(score).isEqualTo(SampleEvents.stepScored());
  }

  @Test
  void shouldWaitForARegistryThatIsAway() {
    // Given
    registry.beAwayFor(2);

    // When
    StepScored score = reader.read(KEY, value);

    // Then
    assertThat(score).isEqualTo(SampleEvents.stepScored());
    assertThat(waits).extracting(Duration::toMillis).containsExactly(100L, 200L);
  }

  @Test
  void shouldSayWhatIsWrongWithTheValue() {
    assertRefused(KEY, null, Reason.EMPTY, "got no bytes");
    assertRefused(KEY, new byte[] {7, 7, 7, 7, 7, 7}, Reason.NOT_CONFLUENT_FORMAT, "");
    assertRefused(KEY, new byte[] {0, 0, 0, 1, 1, 7}, Reason.UNKNOWN_SCHEMA, "");
  }

  @Test
  void shouldSayWhatIsWrongWithTheKey() {
    assertRefused(null, value, Reason.MISSING_KEY, "got none");
    assertRefused(" ".getBytes(UTF_8), value, Reason.MISSING_KEY, "got none");
    assertRefused("chain-2".getBytes(UTF_8), value, Reason.KEY_MISMATCH, "got chain-2");
  }

  private void assertRefused(byte[] key, byte[] bytes, Reason reason, String message) {
    UnusableRecordException fault =
        catchThrowableOfType(UnusableRecordException.class, () -> reader.read(key, bytes));
    assertThat(fault.reason()).isEqualTo(reason);
    assertThat(fault).hasMessageContaining(message);
  }
}
