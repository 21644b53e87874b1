package dev.linchpin.study;

import dev.linchpin.inference.ChainGenerator;
import dev.linchpin.inference.ChainListener;
import dev.linchpin.inference.ChainRequest;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.StepCompleted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Lets a model think through the node's own generator and keeps what that captures. */
public final class ChainObserver {
  private final ChainGenerator generator;
  private final int maxNewTokens;

  ChainObserver(ChainGenerator generator, int maxNewTokens) {
    this.generator = generator;
    this.maxNewTokens = maxNewTokens;
  }

  /**
   * One chain for each problem, in their order.
   *
   * @param progress hears of the number done
   */
  public List<ObservedChain> observe(
      List<Problem> problems, Drawing drawing, IntConsumer progress) {
    AtomicInteger done = new AtomicInteger();
    return IntStream.range(0, problems.size())
        .parallel()
        .mapToObj(
            i -> {
              ObservedChain chain = observe(i, problems.get(i), drawing);
              progress.accept(done.incrementAndGet());
              return chain;
            })
        .toList();
  }

  /** The chain of the problem with this number. */
  ObservedChain observe(int number, Problem problem, Drawing drawing) {
    String chainId = "chain-" + number;
    SamplingSettings sampling =
        new SamplingSettings(
            drawing.temperature(), drawing.topP(), maxNewTokens, drawing.seed() + number);
    Recorder recorder = new Recorder();
    ChainRequest request =
        new ChainRequest(
            chainId, Optional.empty(), problem.text(), Optional.of(problem.answer()), sampling);
    try {
      generator.generate(request, recorder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while observing " + chainId, e);
    }
    return new ObservedChain(
        chainId,
        problem,
        recorder.steps,
        recorder.finished.answer(),
        recorder.finished.correct().orElse(false));
  }

  private static final class Recorder implements ChainListener {
    private final List<ObservedStep> steps = new ArrayList<>();
    private ChainFinished finished;

    @Override
    public void started(ChainStarted event) {}

    @Override
    public void stepCompleted(StepCompleted step, ActivationsCaptured activations) {
      steps.add(
          new ObservedStep(
              step.step().stepIndex(),
              step.text().orElseThrow(),
              step.endToken() - step.firstToken(),
              step.firstToken(),
              activations.activations().decode()));
    }

    @Override
    public void finished(ChainFinished event) {
      finished = event;
    }
  }
}
