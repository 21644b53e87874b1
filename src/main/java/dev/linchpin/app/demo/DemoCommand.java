package dev.linchpin.app.demo;

import dev.linchpin.app.cluster.DashboardAddress;
import dev.linchpin.app.cluster.ReasonerOption;
import dev.linchpin.dashboard.DashboardServer;
import dev.linchpin.dashboard.DashboardSettings;
import dev.linchpin.dashboard.security.Access;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
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
        "Shows the bundled reasoner think, live: broker, registry and every role in this process."
            + " Every step appears with its score, its verdict and its lead time; ground truth comes"
            + " back while it goes on.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final double PACE = 50;
  private static final double COLD_PACE = 150;
  private static final Duration END_TIMEOUT = Duration.ofSeconds(20);

  // Kept, since a logger that nobody holds forgets its level.
  private static final Logger STATE_FOLDER =
      Logger.getLogger("org.apache.kafka.streams.processor.internals.StateDirectory");

  @Inject Access access;

  @Inject DashboardServer dashboard;

  @Spec private CommandSpec spec;

  @Option(
      names = "--chains",
      paramLabel = "N",
      description = "End after N chains (default: go on until interrupted).")
  private Optional<Integer> chains = Optional.empty();

  @Option(
      names = "--cold",
      description =
          "Begin without a trained probe: the first is trained from the labels that come back, and"
              + " takes over when it has proved better.")
  private boolean cold;

  @Option(
      names = "--tokens-per-second",
      paramLabel = "R",
      description =
          "Pace of the model; 50 is about a 7B model's on one GPU, 0 is as fast as it can"
              + " (default 50, with --cold 150).")
  private Optional<Double> tokensPerSecond = Optional.empty();

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
    Demo.Settings settings =
        new Demo.Settings(
            model.folder(), perToken(), seed, cold ? Beginning.COLD : Beginning.TRAINED);
    access.check();
    // The state goes with the demonstration: that it is in a temporary folder is no news.
    STATE_FOLDER.setLevel(Level.SEVERE);
    say("starting broker, registry, model and roles ...");
    CountDownLatch over = new CountDownLatch(1);
    try (Demo demo = Demo.start(settings, report)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(demo, over)));
      demo.addresses().forEach((setting, address) -> say(setting + "=" + address));
      show(demo, limit);
    } finally {
      over.countDown();
    }
    return 0;
  }

  private void show(Demo demo, OptionalInt limit) {
    try {
      dashboard.start(new DashboardSettings(demo.cluster(), DashboardAddress.own(), "http"));
      say("dashboard=" + DashboardAddress.url());
      demo.run(limit);
    } finally {
      dashboard.stop();
    }
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
    double rate = tokensPerSecond.orElse(cold ? COLD_PACE : PACE);
    if (!(rate >= 0)) {
      throw wrong("--tokens-per-second: expected 0 or more, got " + rate);
    }
    return rate == 0 ? Duration.ZERO : Duration.ofNanos(Math.round(1e9 / rate));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
