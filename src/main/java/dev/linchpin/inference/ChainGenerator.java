package dev.linchpin.inference;

import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainFinished.FinishReason;
import dev.linchpin.wire.ChainStarted;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Generates chains with one model. Several threads may use one generator. */
public final class ChainGenerator {

  private static final Logger LOG = Logger.getLogger(ChainGenerator.class);

  private final ReasoningModel model;
  private final CaptureSettings settings;
  private final InstantSource clock;
  private final GenerationTotals totals = new GenerationTotals();

  /**
   * A generator.
   *
   * @throws IllegalArgumentException if the model lacks a layer that is to be captured
   */
  public ChainGenerator(ReasoningModel model, CaptureSettings settings, InstantSource clock) {
    settings.shape(model);
    this.model = model;
    this.settings = settings;
    this.clock = clock;
  }

  /** The model that generates. */
  public ReasoningModel model() {
    return model;
  }

  /** The clock by which chains are timed. */
  InstantSource clock() {
    return clock;
  }

  /** What was generated so far. */
  GenerationTotals totals() {
    return totals;
  }

  /**
   * Generates one chain. A failure of the model ends the chain with {@link FinishReason#ERROR}.
   *
   * @return what the listener was told last
   * @throws InterruptedException when the thread is interrupted: the chain stays unfinished
   */
  public ChainFinished generate(ChainRequest request, ChainListener listener)
      throws InterruptedException {
    return generateCounted(request, listener.andThen(totals.open()));
  }

  private ChainFinished generateCounted(ChainRequest request, ChainListener listener)
      throws InterruptedException {
    listener.started(started(request));
    ChainRun run = new ChainRun(model, settings, clock, request, listener);
    FinishReason reason;
    try {
      reason = run.generate();
    } catch (RuntimeException e) {
      if (Thread.interrupted()) {
        throw interrupted(e);
      }
      LOG.errorf("Generation failed: chain=%s fault=%s", request.chainId(), e.toString());
      LOG.debug("Generation failed", e);
      reason = FinishReason.ERROR;
    }
    ChainFinished finished = run.finished(reason);
    listener.finished(finished);
    return finished;
  }

  /** A model that is interrupted in its work may say so in its own way. */
  private static InterruptedException interrupted(RuntimeException cause) {
    InterruptedException interruption = new InterruptedException("the chain was told to stop");
    interruption.initCause(cause);
    return interruption;
  }

  private ChainStarted started(ChainRequest request) {
    return new ChainStarted(
        request.chainId(),
        request.problemId(),
        model.name(),
        model.fingerprint(),
        request.prompt(),
        request.answerKey(),
        request.sampling(),
        clock.instant());
  }
}
