package dev.linchpin.app;

import dev.linchpin.app.bench.BenchCommand;
import dev.linchpin.app.deadletters.DeadLettersCommand;
import dev.linchpin.app.demo.DemoCommand;
import dev.linchpin.app.probe.ProbeCommand;
import dev.linchpin.app.reasoner.ReasonerCommand;
import dev.linchpin.app.replay.ReplayCommand;
import dev.linchpin.app.study.StudyCommand;
import dev.linchpin.app.train.TrainCommand;
import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top command. It does nothing itself: every role of the system is a subcommand of it. */
@TopCommand
@Command(
    name = "linchpin",
    description = "Watches language models reason: which steps hold the answer up.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      InferCommand.class,
      MonitorCommand.class,
      AblateCommand.class,
      TrainCommand.class,
      LabelCommand.class,
      ReplayCommand.class,
      TopicsCommand.class,
      ProbeCommand.class,
      DeadLettersCommand.class,
      LmCommand.class,
      StudyCommand.class,
      ReasonerCommand.class,
      BenchCommand.class
    })
final class LinchpinCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command; try 'linchpin --help'.");
  }
}
