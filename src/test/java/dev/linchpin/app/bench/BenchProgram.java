package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.Program;
import dev.linchpin.scoring.Monitor;
import dev.linchpin.scoring.ScoringSettings;
import dev.linchpin.wire.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/** What {@code linchpin} would do in the processes of a benchmark, without the framework. */
final class BenchProgram {
  private BenchProgram() {}

  static Program program() {
    return new Program(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            BenchProgram.class.getName()));
  }

  public static void main(String[] arguments) throws InterruptedException {
    if (arguments[0].equals("monitor")) {
      monitor(options(arguments));
    } else {
      String[] own = Arrays.copyOfRange(arguments, 2, arguments.length);
      System.exit(new CommandLine(new ConsumerCommand()).execute(own));
    }
  }

  private static void monitor(Map<String, String> options) throws InterruptedException {
    Map<String, String> client =
        Map.of(
            "bootstrap.servers", options.get("--bootstrap-servers"),
            "schema.registry.url", options.get("--schema-registry-url"),
            "state.dir", options.get("--state-dir"));
    ScoringSettings settings = new ScoringSettings(options.get("--application-id"), client, 1);
    try (Monitor monitor =
        new Monitor(settings, Topics.DEFAULT, new SimpleMeterRegistry(), Clock.systemUTC())) {
      monitor.start();
      new CountDownLatch(1).await();
    }
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }
}
