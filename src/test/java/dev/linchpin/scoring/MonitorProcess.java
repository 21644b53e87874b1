package dev.linchpin.scoring;

import dev.linchpin.wire.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A monitor in a process of its own, to be killed. */
final class MonitorProcess {
  private MonitorProcess() {}

  /** Monitors until its input ends, so that it does not outlive the test. */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> client = new HashMap<>();
    for (int i = 2; i < arguments.length; i += 2) {
      client.put(arguments[i], arguments[i + 1]);
    }
    Topics topics = new Topics(arguments[0], Integer.parseInt(arguments[1]));
    ScoringSettings settings = new ScoringSettings(topics.prefix() + "monitor", client, 1);
    try (Monitor monitor =
        new Monitor(settings, topics, new SimpleMeterRegistry(), Clock.systemUTC())) {
      monitor.start();
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  static Process start(LiveWorld world) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Xmx256m"));
    command.add(MonitorProcess.class.getName());
    command.add(world.topics.prefix());
    command.add(Integer.toString(world.topics.partitions()));
    world.client.forEach((name, value) -> command.addAll(List.of(name, value)));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
