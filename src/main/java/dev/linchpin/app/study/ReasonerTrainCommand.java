package dev.linchpin.app.study;

import dev.linchpin.reasoner.CheckpointFolder;
import dev.linchpin.reasoner.PreTrainer;
import dev.linchpin.reasoner.PreTraining;
import dev.linchpin.reasoner.ReasonerShape;
import dev.linchpin.reasoner.Skills;
import dev.linchpin.reasoner.TrainingProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
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

  @Option(names = "--seed", description = "Seed of weights and puzzles (default ${DEFAULT-VALUE}).")
  private long seed = PreTraining.BUNDLED.seed();

  @Option(names = "--steps", description = "Optimiser steps (default ${DEFAULT-VALUE}).")
  private int steps = PreTraining.BUNDLED.steps();

  @Override
  public void run() {
    if (steps < 1) {
      throw new ParameterException(
          spec.commandLine(), "--steps: expected at least 1, got " + steps);
    }
    PreTraining bundled = PreTraining.BUNDLED;
    PreTraining settings =
        new PreTraining(seed, steps, bundled.batchSize(), bundled.peakLearningRate());
    new PreTrainer(ReasonerShape.BUNDLED, settings, this::show)
        .run(weights -> CheckpointFolder.write(out, ReasonerShape.BUNDLED, weights));
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
