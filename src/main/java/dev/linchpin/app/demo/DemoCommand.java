package dev.linchpin.app.demo;

import dev.linchpin.app.cluster.ReasonerOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole path in one process. */
@Command(
    name = "demo",
    description =
        "Shows the bundled reasoner think, live: broker, registry, inference node and monitor in"
            + " this process. Every step appears with its score, its verdict and its lead time.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final Duration END_TIMEOUT = Duration.ofSeconds(20);

  @Spec private CommandSpec spec;

  @Option(
      names = "--chains",
      paramLabel = "N",
      description = "End after N chains (default: go on until interrupted).")
  private Optional<Integer> chains = Optional.empty();

  @Option(
      names = "--tokens-per-second",
      paramLabel = "R",
      defaultValue = "50",
      description =
          "Pace of the model; 50 is about a 7B model's on one GPU, 0 is as fast as it can"
              + " (default ${DEFAULT-VALUE}).")
  private double tokensPerSecond;

  @Option(
      names = "--seed",
      defaultValue = "7",
      description = "Seed of the puzzles; chains are drawn anew (default ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private ReasonerOption model;

  @Option(names = "--json", description = "Print only JSON lines.")
  private boolean json;

  @Override
  public Integer call() {
    Report report =
        json
            ? new JsonReport(spec.commandLine().getOut())
            : new ConsoleReport(spec.commandLine().getOut(), Ansi.AUTO);
    OptionalInt limit =
        chains.isPresent() ? OptionalInt.of(atLeastOne(chains.get())) : OptionalInt.empty();
    Demo.Settings settings = new Demo.Settings(model.folder(), perToken(), seed);
    say("starting broker, registry, monitor and model ...");
    CountDownLatch over = new CountDownLatch(1);
    try (Demo demo = Demo.start(settings, report)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(demo, over)));
      demo.addresses().forEach((setting, address) -> say(setting + "=" + address));
      demo.run(limit);
    } finally {
      over.countDown();
    }
    return 0;
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  /** An interrupt ends the demonstration in order, with its summary. */
  private static void end(Demo demo, CountDownLatch over) {
    demo.stop();
    try {
      over.await(END_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int atLeastOne(int count) {
    if (count < 1) {
      throw wrong("--chains: expected at least 1, got " + count);
    }
    return count;
  }

  private Duration perToken() {
    if (!(tokensPerSecond >= 0)) {
      throw wrong("--tokens-per-second: expected 0 or more, got " + tokensPerSecond);
    }
    return tokensPerSecond == 0
        ? Duration.ZERO
        : Duration.ofNanos(Math.round(1e9 / tokensPerSecond));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
