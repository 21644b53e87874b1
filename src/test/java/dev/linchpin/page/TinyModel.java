package dev.linchpin.page;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.StepCompleted;
import java.time.Instant;
import java.util.Optional;

/** What a model says of its chains that thinks whatever it is told to. */
final class TinyModel {
  static final String NAME = "tiny";
  static final String FINGERPRINT = "f00d";
  static final CaptureShape SHAPE = new CaptureShape(2, 1, Pooling.MEAN);

  private TinyModel() {}

  static ChainStarted started(String chainId, String prompt) {
    return new ChainStarted(
        chainId,
        Optional.empty(),
        NAME,
        FINGERPRINT,
        prompt,
        Optional.empty(),
        new SamplingSettings(0.6, 0.95, 100, 1),
        Instant.now());
  }

  static StepCompleted completed(StepRef step, String text, Instant at) {
    int token = step.stepIndex();
    return new StepCompleted(step, Optional.of(text), token, token + 1, at, at, -0.1);
  }

  /** The score of the step is the logistic function of {@code logit}. */
  static ActivationsCaptured captured(StepRef step, float logit, Instant at) {
    return new ActivationsCaptured(
        step,
        NAME,
        FINGERPRINT,
        at,
        StepActivations.encode(SHAPE, NumberFormat.F32, new float[] {logit, 0}));
  }

  static ChainFinished finished(String chainId, int steps, String answer) {
    return new ChainFinished(
        chainId,
        ChainFinished.FinishReason.STOP,
        answer,
        Optional.empty(),
        steps,
        1,
        steps,
        Instant.now());
  }
}
