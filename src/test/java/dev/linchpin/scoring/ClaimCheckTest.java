package dev.linchpin.scoring;

import static dev.linchpin.scoring.Samples.IMPORTANT;
import static dev.linchpin.scoring.Samples.SHAPE;
import static dev.linchpin.scoring.Samples.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tensors that lie in a store, as scoring meets them. */
final class ClaimCheckTest {
  @TempDir private Path folder;
  private Path store;
  private ScoringWorld world;

  @BeforeEach
  void open() throws IOException {
    store = Files.createDirectory(folder.resolve("store"));
    world = new ScoringWorld(Map.of(WireFormat.CLAIM_STORE, store.toString()), wait -> comeBack());
    world.publish(Samples.champion("main", 1));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void shouldScoreAClaimedTensorAsOneInItsRecord() throws IOException {
    // Given
    byte[] whole = world.bytes(step("a", 0, IMPORTANT));
    byte[] claimed = claimed(0);

    // When
    world.capture("a".getBytes(UTF_8), whole);
    world.capture("a".getBytes(UTF_8), claimed);

    // Then
    assertThat(objects()).singleElement().satisfies(o -> assertThat(Files.size(o)).isEqualTo(8));
    assertThat(world.scores())
        .hasSize(2)
        .allSatisfy(score -> assertThat(score.score()).isGreaterThan(0.98));
  }

  @Test
  void shouldLeaveTensorsUpToTheLimitInTheirRecords() throws IOException {
    // When
    serialize("8", step("a", 0, IMPORTANT));
    serialize(
        "8", Samples.captured("a", 1, StepActivations.encode(SHAPE, NumberFormat.F32, IMPORTANT)));

    // Then
    assertThat(objects()).hasSize(1);
  }

  @Test
  void shouldSetARecordWhoseObjectIsMissingAside() throws IOException {
    // Given
    byte[] claimed = claimed(0);
    Files.delete(objects().get(0));

    // When
    world.capture("a".getBytes(UTF_8), claimed);

    // Then
    assertDeadLetter(claimed, "CLAIM_MISSING", "expected an object");
  }

  @Test
  void shouldSetARecordWhoseObjectIsAnotherAside() throws IOException {
    // Given
    byte[] claimed = claimed(0);
    Files.write(objects().get(0), new byte[8]);

    // When
    world.capture("a".getBytes(UTF_8), claimed);

    // Then
    assertDeadLetter(claimed, "CLAIM_MISMATCH", "expected 8 bytes with SHA-256");
  }

  @Test
  void shouldSetAClaimWithoutAConfiguredStoreAside() throws IOException {
    // Given
    byte[] claimed = claimed(0);
    world.close();
    world = new ScoringWorld();
    world.publish(Samples.champion("main", 1));
    world.bytes(step("a", 0, IMPORTANT));

    // When
    world.capture("a".getBytes(UTF_8), claimed);

    // Then
    assertDeadLetter(claimed, "CLAIM_WITHOUT_STORE", "expected a claim store");
  }

  @Test
  void shouldWaitForAStoreThatIsAway() throws IOException {
    // Given
    byte[] claimed = claimed(0);
    Files.move(store, folder.resolve("unmounted"));

    // When
    world.capture("a".getBytes(UTF_8), claimed);

    // Then
    assertThat(world.waits).hasSize(1);
    assertThat(world.scores()).hasSize(1);
    assertThat(world.deadLetters()).isEmpty();
  }

  @Test
  void shouldRefuseALimitWithoutAStore() {
    Map<String, String> settings = new HashMap<>(world.registry.settings());
    settings.put(WireFormat.CLAIM_ABOVE, "9");
    WireFormat wire = new WireFormat(settings);

    assertThatThrownBy(wire::decoder)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("needs linchpin.claim.store");
  }

  private void assertDeadLetter(byte[] value, String reason, String message) {
    assertThat(world.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).isEqualTo(value);
              DeadLetter read = DeadLetter.of(letter.headers());
              assertThat(read.reason()).isEqualTo(reason);
              assertThat(read.message()).contains(message);
            });
    assertThat(world.count("linchpin.dead.letters", "reason", reason)).isEqualTo(1);
  }

  private byte[] claimed(int index) {
    return serialize("0", step("a", index, IMPORTANT));
  }

  private byte[] serialize(String above, dev.linchpin.wire.ActivationsCaptured step) {
    Map<String, String> settings = new HashMap<>(world.registry.settings());
    settings.put(WireFormat.CLAIM_STORE, store.toUri().toString());
    settings.put(WireFormat.CLAIM_ABOVE, above);
    return new WireFormat(settings)
        .serde(world.topics.activations())
        .serializer()
        .serialize(world.topics.activations().name(), step);
  }

  private List<Path> objects() throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private void comeBack() {
    try {
      Files.move(folder.resolve("unmounted"), store);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
