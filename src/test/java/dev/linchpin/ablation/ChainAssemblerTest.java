package dev.linchpin.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.SampleEvents;
import dev.linchpin.wire.StepCompleted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChainAssemblerTest {
  private static final Instant NOW = SampleEvents.NOW;
  private static final TopicPartition CHAINS = new TopicPartition("chains", 0);
  private static final TopicPartition STEPS = new TopicPartition("steps", 0);

  private final ChainAssembler assembler = new ChainAssembler(Duration.ofMinutes(1));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldGiveTheChainWithItsLastRecordInAnyOrder(long seed) {
    // Given: a start, an end, three steps, and one step twice
    List<Integer> order = new ArrayList<>(IntStream.range(0, 6).boxed().toList());
    Collections.shuffle(order, new Random(seed));

    // When
    List<Optional<WholeChain>> given = order.stream().map(this::add).toList();

    // Then
    List<WholeChain> whole = given.stream().flatMap(Optional::stream).toList();
    assertThat(whole).hasSize(1);
    assertThat(whole.get(0).askable().orElseThrow().steps()).containsExactly("s0", "s1", "s2");
  }

  private Optional<WholeChain> add(int record) {
    return switch (record) {
      case 0 -> assembler.add(started("c"), new RecordAddress(CHAINS, 0), NOW);
      case 1 -> assembler.add(finished("c", 3), new RecordAddress(CHAINS, 1), NOW);
      default -> assembler.add(step("c", record % 3, "s" + record % 3), at(STEPS, record), NOW);
    };
  }

  @Test
  void shouldRememberWhereEveryRecordLies() {
    var unused = add(0);
    unused = assembler.add(step("c", 0, "s0"), at(STEPS, 7), NOW);

    Optional<WholeChain> whole = assembler.add(finished("c", 1), at(CHAINS, 9), NOW);

    assertThat(whole.orElseThrow().records())
        .containsExactly(at(CHAINS, 0), at(STEPS, 7), at(CHAINS, 9));
    assertThat(assembler.size()).isZero();
  }

  @Test
  void shouldGiveUpWhatStaysIncompleteForTooLong() {
    var unused = assembler.add(started("old"), at(CHAINS, 1), NOW);
    unused = assembler.add(started("young"), at(CHAINS, 2), NOW.plusSeconds(50));

    List<List<RecordAddress>> givenUp = assembler.giveUp(NOW.plusSeconds(61));

    assertThat(givenUp).containsExactly(List.of(at(CHAINS, 1)));
    assertThat(assembler.size()).isEqualTo(1);
  }

  @Test
  void shouldForgetChainsOfLostPartitions() {
    var unused = assembler.add(step("c", 0, "s"), at(STEPS, 1), NOW);
    unused = assembler.add(started("d"), at(CHAINS, 1), NOW);

    assembler.forget(List.of(STEPS));

    assertThat(assembler.size()).isEqualTo(1);
  }

  @Test
  void shouldNotBeAskableWithoutKeyOrText() {
    ChainStarted keyless = SampleEvents.chainStarted();
    List<Optional<String>> texts = List.of(Optional.of("s"));
    List<Optional<String>> withheld = List.of(Optional.empty());

    assertThat(new WholeChain(keyless, finished("c", 1), texts, List.of()).askable()).isEmpty();
    assertThat(new WholeChain(started("c"), finished("c", 1), withheld, List.of()).askable())
        .isEmpty();
    assertThat(new WholeChain(started("c"), finished("c", 0), List.of(), List.of()).askable())
        .isEmpty();
  }

  private static RecordAddress at(TopicPartition partition, long offset) {
    return new RecordAddress(partition, offset);
  }

  private static ChainStarted started(String chainId) {
    ChainStarted sample = SampleEvents.chainStarted();
    return new ChainStarted(
        chainId,
        sample.problemId(),
        sample.model(),
        sample.modelFingerprint(),
        sample.prompt(),
        Optional.of("7"),
        sample.sampling(),
        sample.startedAt());
  }

  private static ChainFinished finished(String chainId, int steps) {
    return new ChainFinished(
        chainId, ChainFinished.FinishReason.STOP, "7", Optional.of(true), steps, 20, 64, NOW);
  }

  private static StepCompleted step(String chainId, int index, String text) {
    return new StepCompleted(
        new StepRef(chainId, index), Optional.of(text), 20, 26, NOW, NOW, -0.1);
  }
}
