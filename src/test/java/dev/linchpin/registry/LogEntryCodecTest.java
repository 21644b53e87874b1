package dev.linchpin.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LogEntryCodecTest {

  static Stream<LogEntry> entries() {
    return Stream.of(
        new SchemaVersion("s", 2, 7, "\"string\"", true),
        new LevelSet(Optional.of("s"), Optional.of(CompatibilityLevel.FULL)),
        new LevelSet(Optional.empty(), Optional.of(CompatibilityLevel.NONE)),
        new LevelSet(Optional.of("s"), Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void shouldReadWhatItWrote(LogEntry entry) {
    // When
    Optional<LogEntry> back =
        LogEntryCodec.read(LogEntryCodec.key(entry), LogEntryCodec.value(entry));

    // Then
    assertThat(back).contains(entry);
  }

  @Test
  void shouldReadAnEntryOfConfluentsRegistry() {
    // Given
    String key = "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}";
    String value =
        "{\"subject\":\"s\",\"version\":1,\"id\":1,\"guid\":\"g\",\"schema\":\"\\\"int\\\"\","
            + "\"ts\":5,\"deleted\":false}";

    // When
    Optional<LogEntry> entry = LogEntryCodec.read(key, value);

    // Then
    assertThat(entry).contains(new SchemaVersion("s", 1, 1, "\"int\"", false));
  }

  @Test
  void shouldPassOverOtherKinds() {
    // When
    Optional<LogEntry> entry = LogEntryCodec.read("{\"keytype\":\"NOOP\",\"magic\":0}", null);

    // Then
    assertThat(entry).isEmpty();
  }
}
