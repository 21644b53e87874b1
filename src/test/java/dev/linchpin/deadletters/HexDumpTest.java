package dev.linchpin.deadletters;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HexDumpTest {

  @Test
  void shouldShowNumbersAndCharacters() {
    // Given
    byte[] bytes = "\0\0ABCDEFGHIJKLM~\u007f\n".getBytes(US_ASCII);

    // When
    List<String> lines = HexDump.lines(bytes, 100);

    // Then
    assertThat(lines)
        .containsExactly(
            "00000000  00 00 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 7e  |..ABCDEFGHIJKLM~|",
            "00000010  7f 0a                                            |..|");
  }

  @Test
  void shouldShowTheFirstBytesOnly() {
    // When
    List<String> lines = HexDump.lines(new byte[] {-1, 1, 1}, 1);

    // Then
    assertThat(lines).singleElement().asString().startsWith("00000000  ff  ").endsWith("|.|");
    assertThat(HexDump.lines(new byte[3], 0)).isEmpty();
    assertThat(HexDump.lines(new byte[0], 9)).isEmpty();
  }
}
