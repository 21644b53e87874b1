package dev.linchpin.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParamsTest {
  @Test
  void shouldReadWholeNumbers() {
    assertThat(Params.wholes("partitions", Optional.of("3,0,12"))).contains(List.of(3, 0, 12));
    assertThat(Params.wholes("partitions", Optional.of(" "))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "1,", "1,a", "1.5"})
  void shouldSayWhichNumbersAreNone(String value) {
    assertThatThrownBy(() -> Params.wholes("partitions", Optional.of(value)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(
            "partitions: expected whole numbers with commas between them, got " + value);
  }
}
