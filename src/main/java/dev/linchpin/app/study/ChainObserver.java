package dev.linchpin.app.study;

import dev.linchpin.inference.ChainGenerator;
import dev.linchpin.inference.ChainListener;
import dev.linchpin.inference.ChainRequest;
import dev.linchpin.reasoner.Puzzle;
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

/** Lets a reasoner solve puzzles through the node's own generator and keeps what it captures. */
final class ChainObserver {
  private static final int MAX_NEW_TOKENS = 160;

  private final ChainGenerator generator;
  private final IntConsumer progress;

  /** Hears of the number of chains done through {@code progress}. */
  ChainObserver(ChainGenerator generator, IntConsumer progress) {
    this.generator = generator;
    this.progress = progress;
  }

  /**
   * One chain for each puzzle, in their order.
   *
   * @param temperature 0 for greedy
   * @param topP nucleus mass in (0, 1]
   * @param seed seed of the first chain's sampler; the others count on
   */
  List<ObservedChain> observe(List<Puzzle> puzzles, double temperature, double topP, long seed) {
    AtomicInteger done = new AtomicInteger();
    return IntStream.range(0, puzzles.size())
        .parallel()
        .mapToObj(
            i -> {
              SamplingSettings sampling =
                  new SamplingSettings(temperature, topP, MAX_NEW_TOKENS, seed + i);
              ObservedChain chain = observe("chain-" + i, puzzles.get(i), sampling);
              progress.accept(done.incrementAndGet());
              return chain;
            })
        .toList();
  }

  private ObservedChain observe(String chainId, Puzzle puzzle, SamplingSettings sampling) {
    Recorder recorder = new Recorder();
    String key = Integer.toString(puzzle.answer());
    ChainRequest request =
        new ChainRequest(chainId, Optional.empty(), puzzle.question(), Optional.of(key), sampling);
    try {
      generator.generate(request, recorder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while observing " + chainId, e);
    }
    return new ObservedChain(chainId, puzzle, recorder.steps, recorder.finished);
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
