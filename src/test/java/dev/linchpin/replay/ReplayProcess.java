package dev.linchpin.replay;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run at work in a process of its own, to be killed. */
final class ReplayProcess {
  private ReplayProcess() {}

  /** Works until its input ends, so that it does not outlive the test. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> client = new HashMap<>();
    for (int i = 3; i < arguments.length; i += 2) {
      client.put(arguments[i], arguments[i + 1]);
    }
    Topics topics = new Topics(arguments[0], Integer.parseInt(arguments[1]));
    Cluster cluster = new Cluster(client, topics);
    ReplayRequested run;
    try (ReplayRuns runs = new ReplayRuns(cluster)) {
      run = runs.get(arguments[2]);
    }
    try (Replay replay = new Replay(cluster, run, 1, Clock.systemUTC())) {
      replay.start(Duration.ofMinutes(2));
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  static Process start(ReplayWorld world, ReplayRequested run) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Xmx256m"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", ReplayProcess.class.getName()));
    command.add(world.topics.prefix());
    command.add(Integer.toString(world.topics.partitions()));
    command.add(run.run());
    world.client.forEach((name, value) -> command.addAll(List.of(name, value)));
    // Who comes back under the same name gets its partitions at once.
    command.addAll(List.of("group.instance.id", "killed"));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
