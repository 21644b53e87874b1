package dev.linchpin.scoring;

import static dev.linchpin.scoring.Samples.COMPLETED;
import static dev.linchpin.scoring.Samples.IMPORTANT;
import static dev.linchpin.scoring.Samples.REMOVABLE;
import static dev.linchpin.scoring.Samples.SHAPE;
import static dev.linchpin.scoring.Samples.UNCERTAIN;
import static dev.linchpin.scoring.Samples.champion;
import static dev.linchpin.scoring.Samples.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.scoring.Output.Event;
import dev.linchpin.scoring.Output.Refusal;
import dev.linchpin.scoring.Output.Sink;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.LogAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PollScorerTest {
  private ScoringWorld world;

  @BeforeEach
  void createWorld() throws IOException {
    world = new ScoringWorld();
    world.publish(champion("main", 1));
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldAnswerEachRecordOfAPollInItsPlace() {
    // Given
    float[] notFinite = {1, Float.NaN, 1, 1};
    List<RawStep> poll =
        List.of(
            raw(0, step("chain-1", 0, IMPORTANT)),
            new RawStep(
                "chain-1".getBytes(UTF_8), Optional.empty(), COMPLETED, new LogAddress(2, 1)),
            raw(2, step("chain-2", 0, REMOVABLE)),
            raw(3, ofOtherModel(step("chain-3", 0, IMPORTANT))),
            raw(4, step("chain-2", 1, notFinite)),
            raw(5, step("chain-1", 1, UNCERTAIN)));

    // When
    List<List<Output>> outputs = world.scorer.outputs(poll);

    // Then
    assertThat(outputs).hasSize(6);
    assertThat(sinks(outputs.get(0))).containsExactly(Sink.SCORES, Sink.IMPORTANT_ALERTS);
    assertThat(reason(outputs.get(1))).isEqualTo(RejectionReason.EMPTY);
    assertThat(sinks(outputs.get(2))).containsExactly(Sink.SCORES, Sink.LOW_IMPORTANCE_ALERTS);
    assertThat(outputs.get(3)).containsExactly(new Output.Omission("NO_PROBE"));
    assertThat(reason(outputs.get(4))).isEqualTo(RejectionReason.NON_FINITE_ACTIVATIONS);
    assertThat(sinks(outputs.get(5))).containsExactly(Sink.SCORES);
  }

  @Test
  void shouldGiveAStepTheSameBytesAloneAndAmongOthers() {
    // Given
    List<RawStep> poll = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      poll.add(raw(i, step("chain-" + i, i, i / 7f - 1, 0.3f, -0.1f, 0)));
    }

    // When
    List<List<Output>> together = world.scorer.outputs(poll);

    // Then
    for (int i = 0; i < 20; i++) {
      assertThat(OutputForm.write(together.get(i)))
          .isEqualTo(OutputForm.write(world.scorer.outputs(List.of(poll.get(i))).get(0)));
    }
  }

  @Test
  void shouldKeepTheBytesOfARefusedRecordAsTheyCame() {
    // Given
    ActivationsCaptured tooShort =
        Samples.captured("chain-1", 0, new StepActivations(SHAPE, NumberFormat.BF16, new byte[7]));
    RawStep raw = raw(9, tooShort);

    // When
    List<Output> outputs = world.scorer.outputs(List.of(raw)).get(0);

    // Then
    Refusal refusal = (Refusal) outputs.get(0);
    assertThat(refusal.reason()).isEqualTo(RejectionReason.TENSOR_LENGTH);
    assertThat(refusal.original()).isEqualTo(world.bytes(tooShort));
  }

  /** As a network buffer holds it: with other bytes before and after. */
  private RawStep raw(long offset, ActivationsCaptured step) {
    byte[] value = world.bytes(step);
    ByteBuffer buffer = ByteBuffer.allocate(value.length + 9).put(new byte[5]).put(value);
    ByteBuffer view = buffer.flip().position(5).slice();
    byte[] key = step.step().chainId().getBytes(UTF_8);
    return new RawStep(key, Optional.of(view), COMPLETED, new LogAddress(2, offset));
  }

  private static ActivationsCaptured ofOtherModel(ActivationsCaptured step) {
    return new ActivationsCaptured(
        step.step(), "other", step.modelFingerprint(), step.completedAt(), step.activations());
  }

  private static List<Sink> sinks(List<Output> outputs) {
    return outputs.stream().map(output -> ((Event) output).sink()).toList();
  }

  private static RejectionReason reason(List<Output> outputs) {
    return ((Refusal) outputs.get(0)).reason();
  }
}
