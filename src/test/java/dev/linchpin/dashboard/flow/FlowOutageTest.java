package dev.linchpin.dashboard.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.DeadLetter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker that goes away and comes back under the watch. */
@Timeout(180)
final class FlowOutageTest {
  @TempDir private Path folder;

  @Test
  void shouldGoOnAfterTheBrokerWasAway() throws Exception {
    // Given
    Flow flow = new Flow();
    EmbeddedKafka kafka = EmbeddedKafka.start(folder);
    String address = kafka.bootstrapServers();
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(address);
        LiveTopics world = new LiveTopics(kafka, registry, "away.")) {
      letter(world, "BEFORE");
      flow.start(new Cluster(world.client, world.topics), InstantSource.system(), () -> List.of());
      FlowReport before = await(flow, report -> report.deadLetters().total() == 1);

      // When
      kafka.close();
      FlowReport meanwhile = flow.report();
      kafka = EmbeddedKafka.start(folder, port(address));
      letter(world, "AFTER");

      // Then
      FlowReport after =
          await(
              flow,
              report ->
                  report.deadLetters().total() == 2
                      && report.rates().size() > meanwhile.rates().size());
      assertThat(meanwhile.deadLetters()).isEqualTo(before.deadLetters());
      assertThat(after.deadLetters().byReason()).isEqualTo(Map.of("BEFORE", 1L, "AFTER", 1L));
    } finally {
      flow.stop();
      kafka.close();
    }
  }

  private static FlowReport await(Flow flow, Predicate<FlowReport> wanted) {
    while (true) {
      Optional<FlowReport> report = FlowTest.reportOf(flow).filter(wanted);
      if (report.isPresent()) {
        return report.get();
      }
      Thread.onSpinWait();
    }
  }

  private static void letter(LiveTopics world, String reason) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(world.topics.deadLetters().name(), new byte[] {1});
    letter.headers().add(DeadLetter.REASON, reason.getBytes(UTF_8));
    world.send(letter);
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
