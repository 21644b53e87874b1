package dev.linchpin.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LetterIdTest {

  @Test
  void shouldReadWhatItWrites() {
    // Given
    LetterId id = LetterId.of(3, 12345678901L);

    // When
    LetterId back = LetterId.parse(id.toString());

    // Then
    assertThat(id).hasToString("3:12345678901");
    assertThat(back).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "3:", ":4", "a:b", "-1:4", "1:2:3", "0:9999999999999999999"})
  void shouldRefuseWhatIsNoId(String text) {
    // When, Then
    assertThatThrownBy(() -> LetterId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected PARTITION:OFFSET, got '" + text + "'");
  }
}
