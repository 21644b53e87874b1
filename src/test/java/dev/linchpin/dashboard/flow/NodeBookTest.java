package dev.linchpin.dashboard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.NodeReported;
import dev.linchpin.wire.NodeReported.Chains;
import dev.linchpin.wire.NodeReported.Node;
import dev.linchpin.wire.NodeReported.Role;
import dev.linchpin.wire.NodeReported.State;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class NodeBookTest {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  private Instant now = START;
  private final NodeBook book = new NodeBook(() -> now);

  @Test
  void shouldShowTheLastReportOfEachNode() {
    // Given
    book.note(report("b", State.STARTING, START));
    book.note(report("a", State.WAITING, START));

    // When
    book.note(report("b", State.BUSY, START.plusSeconds(2)));

    // Then
    assertThat(book.nodes())
        .containsExactly(
            NodeStatus.of(report("a", State.WAITING, START), false),
            NodeStatus.of(report("b", State.BUSY, START.plusSeconds(2)), false));
  }

  @Test
  void shouldCallANodeSilentAfterTenSecondsUnlessItSaidThatItEnds() {
    // Given
    book.note(report("busy", State.BUSY, START));
    book.note(report("gone", State.STOPPED, START));
    now = START.plusSeconds(10);
    var before = book.nodes();

    // When
    now = now.plusMillis(1);

    // Then
    assertThat(before).noneMatch(NodeStatus::silent);
    assertThat(book.nodes()).extracting(NodeStatus::silent).containsExactly(true, false);
  }

  @Test
  void shouldForgetANodeAfterAnHour() {
    // Given
    book.note(report("old", State.BUSY, START));
    book.note(report("young", State.BUSY, START.plusSeconds(1)));

    // When
    now = START.plusSeconds(3_601);

    // Then
    assertThat(book.nodes()).extracting(NodeStatus::node).containsExactly("young");
  }

  @Test
  void shouldForgetTheNodeThatWasQuietLongestBeyondAThousand() {
    // When
    for (int i = 0; i <= 1_000; i++) {
      book.note(report("n" + i, State.BUSY, START.plusMillis(i)));
    }

    // Then
    assertThat(book.nodes())
        .hasSize(1_000)
        .extracting(NodeStatus::node)
        .doesNotContain("n0")
        .contains("n1", "n1000");
  }

  private static NodeReported report(String name, State state, Instant at) {
    return new NodeReported(
        new Node(name, Role.INFERENCE, "tiny", "f00d", START),
        state,
        new Chains(0, 1, 0),
        OptionalLong.of(5),
        OptionalLong.of(100),
        OptionalDouble.empty(),
        at);
  }
}
