package dev.linchpin.labelling;

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

/** A labeller in a process of its own, to be killed. */
final class LabellerProcess {
  private LabellerProcess() {}

  /** Labels until its input ends, so that it does not outlive the test. */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> client = new HashMap<>();
    for (int i = 2; i < arguments.length; i += 2) {
      client.put(arguments[i], arguments[i + 1]);
    }
    Topics topics = new Topics(arguments[0], Integer.parseInt(arguments[1]));
    LabellingSettings settings = LiveLabels.settings(topics.prefix(), client);
    try (Labeller labeller =
        new Labeller(settings, topics, new SimpleMeterRegistry(), Clock.systemUTC())) {
      labeller.start();
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  static Process start(LiveLabels world, Path stateDir) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Xmx256m"));
    command.add(LabellerProcess.class.getName());
    command.add(world.topics.prefix());
    command.add(Integer.toString(world.topics.partitions()));
    world
        .settings(stateDir)
        .client()
        .forEach((name, value) -> command.addAll(List.of(name, value)));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
