package dev.linchpin.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.dashboard.http.Page;
import dev.linchpin.dashboard.http.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NewestTest {
  private final Newest<String> newest = new Newest<>(3);

  @Test
  void shouldPageFromTheNewestAndKeepNoMoreThanItMay() {
    // Given
    for (int offset = 0; offset < 5; offset++) {
      newest.add(offset, "e" + offset);
    }
    Page<String> first = newest.page(any -> true, 2, Optional.empty());

    // When
    Page<String> second = newest.page(any -> true, 2, first.next());

    // Then
    assertThat(first.items()).containsExactly("e4", "e3");
    assertThat(second.items()).containsExactly("e2");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void shouldPageWhatIsWanted() {
    // Given
    newest.add(0, "a");
    newest.add(1, "b");
    newest.add(2, "a");

    // When
    Page<String> page = newest.page("a"::equals, 1, Optional.empty());

    // Then
    assertThat(page.items()).containsExactly("a");
    assertThat(newest.page("a"::equals, 1, page.next()))
        .isEqualTo(new Page<>(List.of("a"), Optional.empty()));
  }

  @Test
  void shouldRefuseWhatIsNoCursor() {
    // When, Then
    assertThatThrownBy(() -> newest.page(any -> true, 1, Optional.of("x")))
        .isInstanceOf(ProblemException.class)
        .hasMessage("after: expected a cursor of this list, got x");
  }
}
