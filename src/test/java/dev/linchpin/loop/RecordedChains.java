package dev.linchpin.loop;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.catalogue.UntrainedProbe;
import dev.linchpin.inference.CaptureSettings;
import dev.linchpin.inference.ChainGenerator;
import dev.linchpin.inference.ChainListener;
import dev.linchpin.inference.ChainRequest;
import dev.linchpin.inference.CheckpointModel;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoner.Difficulty;
import dev.linchpin.reasoner.Puzzle;
import dev.linchpin.reasoner.PuzzleGenerator;
import dev.linchpin.reasoning.AnswerMarker;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;

/** Chains of the bundled reasoner, generated once and published as often as needed. */
final class RecordedChains {
  private static final int MAX_NEW_TOKENS = 160;

  private final List<Consumer<LiveTopics>> events = new ArrayList<>();

  static RecordedChains of(int chains, long seed) throws InterruptedException {
    RecordedChains recorded = new RecordedChains();
    PuzzleGenerator puzzles = new PuzzleGenerator(new Random(seed), Difficulty.FULL);
    CaptureSettings capture =
        new CaptureSettings(AnswerMarker.parse("^Answer:"), Pooling.MEAN, NumberFormat.BF16);
    try (CheckpointModel model = CheckpointModel.load(Path.of("models", "reasoner"))) {
      ChainGenerator generator = new ChainGenerator(model, capture, Clock.systemUTC());
      for (int i = 0; i < chains; i++) {
        var unused =
            generator.generate(
                request("chain-" + i, puzzles.next(), seed + i), recorded.new Tape());
      }
    }
    return recorded;
  }

  private static ChainRequest request(String chainId, Puzzle puzzle, long seed) {
    return new ChainRequest(
        chainId,
        Optional.empty(),
        puzzle.question(),
        Optional.of(Integer.toString(puzzle.answer())),
        new SamplingSettings(0.6, 0.95, MAX_NEW_TOKENS, seed));
  }

  /** Publishes all of them, each step scored by the untrained probe. */
  void publish(LiveTopics world) {
    events.forEach(event -> event.accept(world));
  }

  private final class Tape implements ChainListener {
    @Override
    public void started(ChainStarted event) {
      events.add(world -> world.send(world.topics.chains(), event.chainId(), event));
    }

    @Override
    public void stepCompleted(StepCompleted step, ActivationsCaptured activations) {
      String chainId = step.step().chainId();
      events.add(
          world -> {
            world.send(world.topics.steps(), chainId, step);
            LogAddress at = world.send(world.topics.activations(), chainId, activations);
            world.send(world.topics.scores(), chainId, score(activations, at));
          });
    }

    private StepScored score(ActivationsCaptured step, LogAddress at) {
      return new StepScored(
          step.step(),
          new ProbeId(step.model(), UntrainedProbe.NAME, 1),
          ProbeStatus.CHAMPION,
          0.5,
          Verdict.UNCERTAIN,
          step.completedAt(),
          step.completedAt(),
          at,
          OptionalDouble.empty());
    }

    @Override
    public void finished(ChainFinished event) {
      events.add(world -> world.send(world.topics.chains(), event.chainId(), event));
    }
  }
}
