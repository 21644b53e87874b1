package dev.linchpin.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class RawTailTest {
  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;
  private static LiveTopics world;
  private static Cluster cluster;
  private static Topic<byte[]> topic;

  /** Ten letters in partition 0, of which the first two are gone, and one in partition 1. */
  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start(folder);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
    world = new LiveTopics(kafka, registry, "tail.");
    cluster = new Cluster(world.client, world.topics);
    topic = world.topics.deadLetters();
    for (int i = 0; i < 10; i++) {
      world.append(topic, 0, letter(i));
    }
    world.append(topic, 1, letter(10));
    world.deleteBefore(topic, 0, 2);
  }

  @AfterAll
  static void stop() {
    world.close();
    registry.close();
    kafka.close();
  }

  @Test
  void shouldReadWhatRetentionHasLeft() {
    // When
    List<String> read = read(Start.BEGINNING);

    // Then
    assertThat(read)
        .containsExactlyInAnyOrder("2", "3", "4", "5", "6", "7", "8", "9", "10", "passed 0");
  }

  @Test
  void shouldReadTheLatestOfEachPartition() {
    // When
    List<String> read = read(Start.latest(3));

    // Then
    assertThat(read).containsExactlyInAnyOrder("7", "8", "9", "10", "passed 5");
  }

  @Test
  void shouldReadFromATimeOn() {
    // When
    List<String> all = read(Start.since(Instant.now().minusSeconds(600)));
    List<String> none = read(Start.since(Instant.now().plusSeconds(600)));

    // Then
    assertThat(all).hasSize(10).contains("2", "10", "passed 0");
    assertThat(none).containsExactly("passed 9");
  }

  private static List<String> read(Start start) {
    List<String> read = new ArrayList<>();
    try (RawTail tail = new RawTail(cluster, topic, start, Patience.until(() -> true))) {
      read.add("passed " + tail.behind());
      tail.readToEnd(letter -> read.add(new String(letter.value(), UTF_8)));
    }
    return read;
  }

  private static byte[] letter(int number) {
    return Integer.toString(number).getBytes(UTF_8);
  }
}
