package dev.linchpin.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.NodeReported;
import dev.linchpin.wire.NodeReported.Chains;
import dev.linchpin.wire.NodeReported.Node;
import dev.linchpin.wire.NodeReported.Role;
import dev.linchpin.wire.NodeReported.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

final class NodeReporterTest {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
  private static final Node NODE = new Node("box-1", Role.INFERENCE, "tiny", "f00d", START);

  private final HandTicker ticker = new HandTicker();
  private final ListSink sink = new ListSink();
  private Instant now = START;
  private NodeActivity activity = busy(0);

  @Test
  void shouldReportAtItsStartAndAtEachTick() {
    // Given
    NodeReporter reporter = reporter();
    activity = busy(300);
    now = START.plusMillis(1_500);

    // When
    ticker.tick();

    // Then
    assertThat(reporter).isNotNull();
    assertThat(ticker.interval).isEqualTo(NodeReporter.INTERVAL);
    assertThat(sink.reports)
        .containsExactly(
            report(State.STARTING, OptionalDouble.empty(), START),
            report(State.BUSY, OptionalDouble.of(200), START.plusMillis(1_500)));
  }

  @Test
  void shouldReportItsEndLastAndCloseWhatItOpened() {
    // Given
    NodeReporter reporter = reporter();
    now = START.plusSeconds(1);

    // When
    reporter.end(State.FAILED);

    // Then
    assertThat(sink.reports)
        .extracting(NodeReported::state)
        .containsExactly(State.STARTING, State.FAILED);
    assertThat(sink.closed).isTrue();
  }

  @Test
  void shouldGoOnWhileReportsDoNotGoOut() {
    // Given
    sink.away = true;
    NodeReporter reporter = reporter();
    ticker.tick();

    // When
    sink.away = false;
    activity = busy(50);
    now = START.plusSeconds(2);
    ticker.tick();

    // Then
    assertThat(reporter).isNotNull();
    assertThat(sink.reports)
        .containsExactly(report(State.BUSY, OptionalDouble.of(25), START.plusSeconds(2)));
  }

  @Test
  void shouldHaveNoRateWithoutTokensOrTime() {
    // Given
    NodeReports reports = new NodeReports(NODE, () -> now);

    // When
    NodeReported first = reports.next(busy(0));
    NodeReported sameInstant = reports.next(busy(10));
    now = START.plusSeconds(1);
    NodeReported uncounted = reports.next(withoutTokens());

    // Then
    assertThat(List.of(first, sameInstant, uncounted))
        .extracting(NodeReported::tokensPerSecond)
        .containsOnly(OptionalDouble.empty());
  }

  @Test
  void shouldNameNodesByTheirHost() {
    // When
    String name = NodeNames.of("box", new Random(1));

    // Then
    assertThat(name).matches("box-[0-9a-f]{4}");
    assertThat(NodeNames.ofThisHost()).matches(".+-[0-9a-f]{4}");
  }

  private NodeReporter reporter() {
    return new NodeReporter(new NodeReports(NODE, () -> now), sink, () -> activity, ticker);
  }

  private static NodeReported report(State state, OptionalDouble rate, Instant at) {
    return new NodeReported(
        NODE, state, new Chains(1, 2, 7), OptionalLong.of(10), OptionalLong.of(100), rate, at);
  }

  private static NodeActivity busy(long tokens) {
    Chains chains = new Chains(1, 2, 7);
    return new NodeActivity(
        NodeActivity.working(chains),
        chains,
        OptionalLong.of(10),
        OptionalLong.of(100),
        OptionalLong.of(tokens));
  }

  private static NodeActivity withoutTokens() {
    return new NodeActivity(
        State.WAITING,
        new Chains(0, 1, 0),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  /** Ticks when it is told to. */
  private static final class HandTicker implements Ticker {
    private Duration interval;
    private Runnable task;

    @Override
    public Ticking every(Duration newInterval, Runnable newTask) {
      interval = newInterval;
      task = newTask;
      task.run();
      return Runnable::run;
    }

    void tick() {
      task.run();
    }
  }

  private static final class ListSink implements ReportSink {
    private final List<NodeReported> reports = new ArrayList<>();
    private boolean away;
    private boolean closed;

    @Override
    public void send(NodeReported report) {
      if (away) {
        throw new TimeoutException("Topic nodes not present in metadata");
      }
      reports.add(report);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
