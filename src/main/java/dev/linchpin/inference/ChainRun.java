package dev.linchpin.inference;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.inference.Continuation.Draw;
import dev.linchpin.reasoning.AnswerMatcher;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.StepSegmenter;
import dev.linchpin.reasoning.StepSpan;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainFinished.FinishReason;
import dev.linchpin.wire.StepCompleted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One chain under way. */
final class ChainRun {

  private final ReasoningModel model;
  private final CaptureSettings settings;
  private final InstantSource clock;
  private final ChainRequest request;
  private final ChainListener listener;

  private final StepSegmenter segmenter;
  private final List<GeneratedToken> tokens = new ArrayList<>();
  private int promptTokens;
  private int steps;

  /**
   * A token that exists.
   *
   * @param at when it was drawn
   * @param logProbability natural logarithm
   */
  private record GeneratedToken(Instant at, double logProbability) {}

  ChainRun(
      ReasoningModel model,
      CaptureSettings settings,
      InstantSource clock,
      ChainRequest request,
      ChainListener listener) {
    this.model = model;
    this.settings = settings;
    this.clock = clock;
    this.request = request;
    this.listener = listener;
    this.segmenter = new StepSegmenter(settings.marker());
  }

  /** Generates to the end and tells the listener of each step. */
  FinishReason generate() throws InterruptedException {
    int[] prompt = model.encode(request.prompt());
    promptTokens = prompt.length;
    int limit = Math.min(request.sampling().maxNewTokens(), model.contextLength() - promptTokens);
    if (limit < 1) {
      throw new IllegalArgumentException(
          "expected a prompt shorter than the model's context of "
              + model.contextLength()
              + " tokens, got "
              + promptTokens);
    }
    try (Continuation continuation = model.begin(prompt, request.sampling())) {
      return drive(continuation, limit);
    }
  }

  /** What to say of the chain now that generation has ended. */
  ChainFinished finished(FinishReason reason) {
    String answer = segmenter.answer();
    Optional<Boolean> correct = request.answerKey().map(key -> AnswerMatcher.matches(answer, key));
    return new ChainFinished(
        request.chainId(),
        reason,
        answer,
        correct,
        steps,
        promptTokens,
        tokens.size(),
        clock.instant());
  }

  private FinishReason drive(Continuation continuation, int limit) throws InterruptedException {
    StepCapture capture = new StepCapture(everything(), continuation.residuals());
    FinishReason reason = FinishReason.LENGTH;
    while (tokens.size() < limit) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the chain was told to stop");
      }
      Optional<Draw> draw = continuation.draw();
      if (draw.isEmpty()) {
        reason = FinishReason.STOP;
        break;
      }
      advance(continuation, draw.get(), capture);
    }
    Optional<StepSpan> last = segmenter.finish();
    if (last.isPresent()) {
      complete(last.get(), capture);
    }
    return reason;
  }

  /**
   * A step that the token confirms to be over is told at once; one that it ends, once it is fed.
   */
  private void advance(Continuation continuation, Draw draw, StepCapture capture)
      throws InterruptedException {
    boolean reasoning = !segmenter.answering();
    int fed = tokens.size();
    tokens.add(new GeneratedToken(clock.instant(), draw.logProbability()));
    List<StepSpan> ended = segmenter.accept(draw.piece());
    completeWithin(ended, 0, fed, capture);
    continuation.feed(draw);
    if (reasoning) {
      capture.add(continuation.residuals());
      completeWithin(ended, fed + 1, fed + 1, capture);
      capture.settle(segmenter.settledTokens());
    }
  }

  /** Tells of those steps whose end is in {@code [from, to]}. */
  private void completeWithin(List<StepSpan> ended, int from, int to, StepCapture capture)
      throws InterruptedException {
    for (StepSpan span : ended) {
      if (from <= span.endToken() && span.endToken() <= to) {
        complete(span, capture);
      }
    }
  }

  private void complete(StepSpan span, StepCapture capture) throws InterruptedException {
    float[] pooled = capture.end(span.endToken());
    StepRef step = new StepRef(request.chainId(), steps++);
    Instant completedAt = tokens.get(span.endToken() - 1).at();
    listener.stepCompleted(
        new StepCompleted(
            step,
            Optional.of(span.text()),
            promptTokens + span.firstToken(),
            promptTokens + span.endToken(),
            tokens.get(span.firstToken()).at(),
            completedAt,
            meanLogProbability(span)),
        new ActivationsCaptured(
            step,
            model.name(),
            model.fingerprint(),
            completedAt,
            StepActivations.encode(
                settings.shape(model),
                settings.format(),
                settings.layers().of(pooled, model.hidden()))));
  }

  private double meanLogProbability(StepSpan span) {
    return tokens.subList(span.firstToken(), span.endToken()).stream()
        .mapToDouble(GeneratedToken::logProbability)
        .average()
        .orElseThrow();
  }

  /** All blocks: which of them are sent is decided when a step has ended. */
  private CaptureShape everything() {
    return new CaptureShape(model.layers(), model.hidden(), settings.pooling());
  }
}
