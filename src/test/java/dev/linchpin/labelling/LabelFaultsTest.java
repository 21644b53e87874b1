package dev.linchpin.labelling;

import static dev.linchpin.labelling.LabelSamples.MAIN;
import static dev.linchpin.labelling.LabelSamples.ablated;
import static dev.linchpin.labelling.LabelSamples.reference;
import static dev.linchpin.labelling.LabelSamples.release;
import static dev.linchpin.labelling.LabelSamples.scored;
import static dev.linchpin.reasoning.StepLabel.IMPORTANT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a record can be unusable; a good step goes before and after each. */
final class LabelFaultsTest {
  private static final byte[] KEY = "a".getBytes(UTF_8);

  @TempDir private Path folder;
  private LabelsWorld world;

  @BeforeEach
  void createWorld() throws IOException {
    world = new LabelsWorld(folder);
    world.ablate(ablated("good", IMPORTANT, IMPORTANT));
    world.score(scored("good", 0, 0.9));
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldRejectRecordsWithoutValue() {
    assertRejected(world.topics.scores(), KEY, null, "EMPTY");
  }

  @Test
  void shouldRejectForeignBytes() {
    assertRejected(
        world.topics.ablations(), KEY, "hello, world".getBytes(UTF_8), "NOT_CONFLUENT_FORMAT");
  }

  @Test
  void shouldRejectAnUnknownSchema() {
    byte[] value = ByteBuffer.wrap(score(0.5)).putInt(1, 4711).array();
    assertRejected(world.topics.scores(), KEY, value, "UNKNOWN_SCHEMA");
  }

  @Test
  void shouldRejectAnotherTopicsRecord() {
    assertRejected(world.topics.ablations(), KEY, score(0.5), "FOREIGN_TYPE");
  }

  @Test
  void shouldRejectACutRecord() {
    byte[] whole = world.bytes(world.topics.ablations(), ablated("a", IMPORTANT));
    assertRejected(
        world.topics.ablations(), KEY, Arrays.copyOf(whole, whole.length - 3), "MALFORMED");
  }

  @Test
  void shouldRejectAScoreThatIsNoProbability() {
    assertRejected(world.topics.scores(), KEY, score(Double.NaN), "MALFORMED");
    assertRejected(world.topics.scores(), KEY, score(1.5), "MALFORMED");
  }

  @Test
  void shouldRejectAKeyThatIsNotTheChains() {
    byte[] other = "other".getBytes(UTF_8);
    byte[] ablation = world.bytes(world.topics.ablations(), ablated("a", IMPORTANT));
    assertRejected(world.topics.scores(), null, score(0.5), "MISSING_KEY");
    assertRejected(world.topics.scores(), other, score(0.5), "KEY_MISMATCH");
    assertRejected(world.topics.ablations(), other, ablation, "KEY_MISMATCH");
  }

  @Test
  void shouldWaitForARegistryThatIsAwayAndLoseNothing() throws IOException {
    // Given
    try (LabelsWorld fresh = new LabelsWorld(folder.resolve("fresh"))) {
      byte[] score = fresh.bytes(fresh.topics.scores(), scored("a", 0, 0.9));
      byte[] ablation = fresh.bytes(fresh.topics.ablations(), ablated("a", IMPORTANT));

      // When
      fresh.registry.beAwayFor(2);
      fresh.send(fresh.topics.scores(), KEY, score);
      fresh.registry.beAwayFor(3);
      fresh.send(fresh.topics.ablations(), KEY, ablation);

      // Then
      assertThat(fresh.waits)
          .extracting(Duration::toMillis)
          .containsExactly(100L, 200L, 100L, 200L, 400L);
      assertThat(fresh.labels()).hasSize(1);
      assertThat(fresh.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldKeepAReferenceWhenItsProbeIsPublishedInARuinedWay() {
    // Given
    world.publish(release(MAIN, Optional.of(reference())));

    // When
    byte[] key = MAIN.key().getBytes(UTF_8);
    world.send(world.topics.probes(), key, "hello, world".getBytes(UTF_8));
    byte[] other = world.bytes(world.topics.probes(), release(MAIN, Optional.empty()));
    world.send(world.topics.probes(), "tiny/other/1".getBytes(UTF_8), other);

    // Then
    assertThat(world.evaluation(MAIN).drift().score()).isPresent();
    assertThat(world.count("linchpin.probe.references.refused")).isEqualTo(2);
  }

  private void assertRejected(Topic<?> topic, byte[] key, byte[] value, String reason) {
    // When
    double before = world.count("linchpin.dead.letters", "reason", reason);
    world.send(topic, key, value);
    world.score(scored("good", 1, 0.9));

    // Then
    TestRecord<byte[], byte[]> letter = world.deadLetters().get(0);
    assertThat(letter.key()).isEqualTo(key);
    assertThat(letter.value()).isEqualTo(value);
    DeadLetter why = DeadLetter.of(letter.headers());
    assertThat(why.reason()).isEqualTo(reason);
    assertThat(why.topic()).isEqualTo(topic.name());
    assertThat(why.timestamp()).isEqualTo(LabelsWorld.START);
    assertThat(why.address().partition()).isZero();
    assertThat(world.count("linchpin.dead.letters", "reason", reason)).isEqualTo(before + 1);
    assertThat(world.size(ChainStores.SCORED_STEPS)).isEqualTo(2);
  }

  private byte[] score(double score) {
    StepScored good = scored("a", 0, 0.5);
    return world.bytes(
        world.topics.scores(),
        new StepScored(
            good.step(),
            good.probe(),
            good.status(),
            score,
            Verdict.UNCERTAIN,
            good.stepCompletedAt(),
            good.scoredAt(),
            new LogAddress(0, 0),
            OptionalDouble.empty()));
  }
}
