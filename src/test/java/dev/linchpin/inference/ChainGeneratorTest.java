package dev.linchpin.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.reasoning.AnswerMarker;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainFinished.FinishReason;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.StepCompleted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChainGeneratorTest {

  /** Two tokens. */
  private static final String PROMPT = "x?";

  private final AtomicLong seconds = new AtomicLong();
  private final InstantSource clock = () -> Instant.ofEpochSecond(seconds.getAndIncrement());
  private final RecordingListener listener = new RecordingListener();

  @Test
  void shouldTellOfAStepAfterItsLastTokenIsFedAndBeforeAnotherIsDrawn() throws Exception {
    ScriptedModel model = ScriptedModel.saying("A|.\n|B|.|\nC|Answer:| 4");

    generator(model, Pooling.MEAN).generate(request("4"), new RecordingListener(model.log));

    assertThat(model.log)
        .containsExactly(
            "draw:A",
            "feed:A",
            "draw:.\n",
            "feed:.\n",
            "step:A.",
            "draw:B",
            "feed:B",
            "draw:.",
            "feed:.",
            "draw:\nC",
            "step:B.",
            "feed:\nC",
            "draw:Answer:",
            "feed:Answer:",
            "draw: 4",
            "feed: 4",
            "step:CAnswer: 4",
            "close");
  }

  @Test
  void shouldDescribeEachStep() throws Exception {
    ScriptedModel model = ScriptedModel.saying("A|.\n|B|b|.\n");

    generator(model, Pooling.MEAN).generate(request("4"), listener);

    // The clock's first second is the chain's start, then one a token. Log-probability: -position.
    assertThat(listener.steps)
        .extracting(
            StepCompleted::firstToken,
            StepCompleted::endToken,
            s -> s.startedAt().getEpochSecond(),
            s -> s.completedAt().getEpochSecond(),
            StepCompleted::meanLogProbability)
        .containsExactly(tuple(2, 4, 1L, 2L, -2.5), tuple(4, 7, 3L, 5L, -5.0));
  }

  @ParameterizedTest
  @CsvSource({
    "MEAN,            2.5, 5",
    "LAST,            3,   6",
    "FIRST_PREDICTOR, 1,   3",
  })
  void shouldPoolTheStepsOwnTokens(Pooling pooling, float first, float second) throws Exception {
    ScriptedModel model = ScriptedModel.saying("A|.\n|B|b|.\n|Ans|wer:| 4");

    generator(model, pooling).generate(request("4"), listener);

    assertThat(listener.activations)
        .extracting(a -> a.activations().decode())
        .containsExactly(new float[] {first, -first}, new float[] {second, -second});
  }

  @Test
  void shouldKeepTheMarkersTokensOutOfTheStepBeforeIt() throws Exception {
    ScriptedModel model = ScriptedModel.saying("A|b|\n|Ans|wer|:| 4");

    generator(model, Pooling.MEAN).generate(request("4"), listener);

    assertThat(listener.steps).extracting(StepCompleted::endToken).containsExactly(5);
    assertThat(listener.activations.get(0).activations().decode()).containsExactly(3f, -3f);
  }

  @Test
  void shouldFinishWithAnswerAndCounts() throws Exception {
    ScriptedModel model = ScriptedModel.saying("A|.\n|Answer:| k=1| total=4|.\n");

    generator(model, Pooling.MEAN).generate(request("4"), listener);

    assertThat(listener.finished)
        .containsExactly(
            new ChainFinished(
                "c1",
                FinishReason.STOP,
                "k=1 total=4.",
                Optional.of(true),
                1,
                2,
                6,
                Instant.ofEpochSecond(7)));
  }

  @Test
  void shouldEndAtTheTokenLimitWithWhatThereIs() throws Exception {
    ScriptedModel model = ScriptedModel.saying("A|.\n|B|b|.\n");
    ChainRequest request =
        new ChainRequest(
            "c1", Optional.empty(), PROMPT, Optional.of("4"), new SamplingSettings(0, 1, 4, 1));

    generator(model, Pooling.MEAN).generate(request, listener);

    assertThat(listener.steps)
        .extracting(s -> s.text().orElseThrow())
        .containsExactly("A.\n", "Bb");
    assertThat(listener.finished)
        .extracting(ChainFinished::reason, ChainFinished::answer, ChainFinished::correct)
        .containsExactly(tuple(FinishReason.LENGTH, "", Optional.of(false)));
  }

  @Test
  void shouldEndAtTheModelsContext() throws Exception {
    ScriptedModel model = ScriptedModel.saying("a|".repeat(100));

    generator(model, Pooling.MEAN).generate(request("4"), listener);

    assertThat(listener.finished)
        .extracting(ChainFinished::reason, ChainFinished::completionTokens)
        .containsExactly(tuple(FinishReason.LENGTH, 62));
  }

  @Test
  void shouldEndAChainWithAnErrorWhenThePromptIsTooLong() throws Exception {
    ChainRequest request =
        new ChainRequest(
            "c1", Optional.empty(), "x".repeat(64), Optional.empty(), ScriptedModel.SAMPLING);

    generator(ScriptedModel.saying("A"), Pooling.MEAN).generate(request, listener);

    assertThat(listener.finished)
        .extracting(ChainFinished::reason, ChainFinished::correct)
        .containsExactly(tuple(FinishReason.ERROR, Optional.empty()));
  }

  @Test
  void shouldEndAChainWithAnErrorWhenTheModelFails() throws Exception {
    ScriptedModel model = new ScriptedModel(Arrays.asList("A", ".\n", null));

    generator(model, Pooling.MEAN).generate(request("4"), listener);

    assertThat(listener.steps).hasSize(1);
    assertThat(listener.finished)
        .extracting(ChainFinished::reason, ChainFinished::steps)
        .containsExactly(tuple(FinishReason.ERROR, 1));
    assertThat(model.log).endsWith("close");
  }

  @Test
  void shouldLeaveAChainUnfinishedWhenInterrupted() {
    ScriptedModel model = ScriptedModel.saying("A|.\n|B");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> generator(model, Pooling.MEAN).generate(request("4"), listener))
        .isInstanceOf(InterruptedException.class);

    assertThat(listener.finished).isEmpty();
    assertThat(model.log).containsExactly("close");
  }

  private ChainGenerator generator(ReasoningModel model, Pooling pooling) {
    CaptureSettings settings =
        new CaptureSettings(AnswerMarker.parse("^Answer:"), pooling, NumberFormat.F32);
    return new ChainGenerator(model, settings, clock);
  }

  private static ChainRequest request(String answerKey) {
    return new ChainRequest(
        "c1", Optional.of("p1"), PROMPT, Optional.of(answerKey), ScriptedModel.SAMPLING);
  }
}
