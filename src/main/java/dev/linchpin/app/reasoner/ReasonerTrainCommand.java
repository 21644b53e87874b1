package dev.linchpin.app.reasoner;

import dev.linchpin.reasoner.BundledReasoner;
import dev.linchpin.reasoner.CheckpointFolder;
import dev.linchpin.reasoner.PreTrainer;
import dev.linchpin.reasoner.PreTraining;
import dev.linchpin.reasoner.Skills;
import dev.linchpin.reasoner.TrainingProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Pre-training from nothing. */
@Command(
    name = "train",
    description =
        "Trains a reasoner on puzzles and writes it in the Hugging Face layout. The defaults made"
            + " the bundled one, on one thread (-Dai.djl.pytorch.num_threads=1).",
    mixinStandardHelpOptions = true)
final class ReasonerTrainCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write.")
  private Path out;

  @Option(
      names = "--like",
      paramLabel = "NAME",
      defaultValue = "QWEN2",
      description =
          "Which bundled reasoner's architecture, shape and settings: ${COMPLETION-CANDIDATES}"
              + " (default ${DEFAULT-VALUE}).")
  private BundledReasoner like;

  @Option(names = "--seed", description = "Seed of weights and puzzles (default: as bundled).")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--steps", description = "Optimiser steps (default: as bundled).")
  private Optional<Integer> steps = Optional.empty();

  @Override
  public void run() {
    if (steps.isPresent() && steps.get() < 1) {
      throw new ParameterException(
          spec.commandLine(), "--steps: expected at least 1, got " + steps.get());
    }
    PreTraining bundled = like.training();
    PreTraining settings =
        new PreTraining(
            seed.orElse(bundled.seed()),
            steps.orElse(bundled.steps()),
            bundled.batchSize(),
            bundled.peakLearningRate());
    new PreTrainer(like.shape(), settings, this::show)
        .run(weights -> CheckpointFolder.write(out, like.modelName(), like.shape(), weights));
    spec.commandLine().getOut().println("wrote " + out);
  }

  private void show(TrainingProgress progress) {
    Skills skills = progress.skills();
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        Locale.ROOT,
        "step %d of %d, %.0f s, %.2f M tokens, loss %.3f;"
            + " plan %.3f, look-up %.3f, arithmetic %.3f, relevance %.3f%n",
        progress.step(),
        progress.steps(),
        progress.seconds(),
        progress.tokens() / 1e6,
        progress.loss(),
        skills.plan(),
        skills.lookUp(),
        skills.arithmetic(),
        skills.relevance());
    err.flush();
  }
}
