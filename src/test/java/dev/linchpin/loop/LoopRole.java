package dev.linchpin.loop;

import dev.linchpin.ablation.Ablation;
import dev.linchpin.ablation.AblationWorker;
import dev.linchpin.ablation.Elicitation;
import dev.linchpin.ablation.WorkerSettings;
import dev.linchpin.labelling.Labeller;
import dev.linchpin.labelling.LabellingRules;
import dev.linchpin.labelling.LabellingSettings;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.probe.LayerView;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.training.FlagPrecision;
import dev.linchpin.training.Follower;
import dev.linchpin.training.FollowerSettings;
import dev.linchpin.training.Hyperparameters;
import dev.linchpin.training.ProbeKind;
import dev.linchpin.training.PromotionGate;
import dev.linchpin.training.RetrainPolicy;
import dev.linchpin.training.TrainingSettings;
import dev.linchpin.wire.ChainAblated.Settings;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The roles of the loop behind the live path, each in a process of its own, to be killed. */
enum LoopRole {
  ABLATION {
    @Override
    void run(Map<String, String> client, Topics topics, Path folder) throws InterruptedException {
      CausalLm lm = CausalLm.load(Path.of("models", "reasoner"));
      new AblationWorker(
              new Ablation(lm, ABLATION_SETTINGS, new Elicitation("Answer:", 24)),
              new Cluster(client, topics),
              new WorkerSettings(topics.prefix() + "ablation", 1, Duration.ofHours(1)),
              new SimpleMeterRegistry(),
              Clock.systemUTC())
          .run();
    }
  },
  LABELLING {
    @Override
    void run(Map<String, String> client, Topics topics, Path folder) throws InterruptedException {
      Map<String, String> streams = new HashMap<>(client);
      streams.put("state.dir", folder.resolve("state").toString());
      LabellingSettings settings =
          new LabellingSettings(topics.prefix() + "labels", streams, 1, LabellingRules.DEFAULT);
      try (Labeller labeller =
          new Labeller(settings, topics, new SimpleMeterRegistry(), Clock.systemUTC())) {
        labeller.start();
        labeller.awaitStopped();
      }
    }
  },
  TRAINING {
    @Override
    void run(Map<String, String> client, Topics topics, Path folder) {
      follower(client, topics, folder.resolve("cache")).run();
    }
  };

  private static final Settings ABLATION_SETTINGS =
      new Settings(
          AblationMethod.INFLUENCE, AttainabilityMeasure.WORST_STEP, 5, 0.6, 0.95, 7, 0.8, 0.8);

  /** Works until the process ends. */
  abstract void run(Map<String, String> client, Topics topics, Path folder)
      throws InterruptedException;

  static Follower follower(Map<String, String> client, Topics topics, Path cache) {
    FollowerSettings settings =
        new FollowerSettings(
            Optional.empty(),
            "killed",
            LayerView.LAYERWISE,
            new TrainingSettings(
                ProbeKind.LINEAR,
                new Hyperparameters(1, 1e-3f, 1e-4f, 32, 10),
                FlagPrecision.DEFAULT,
                3),
            new RetrainPolicy(60, 100_000, Optional.empty(), OptionalDouble.empty()),
            PromotionGate.Settings.DEFAULT,
            cache);
    return new Follower(new Cluster(client, topics), settings, Clock.systemUTC(), event -> {});
  }

  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> client = new HashMap<>();
    for (int i = 4; i < arguments.length; i += 2) {
      client.put(arguments[i], arguments[i + 1]);
    }
    endWithInput();
    valueOf(arguments[0])
        .run(
            client,
            new Topics(arguments[1], Integer.parseInt(arguments[2])),
            Path.of(arguments[3]));
  }

  /** So that it does not outlive the test. */
  private static void endWithInput() {
    Thread end =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // Whatever comes.
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              Runtime.getRuntime().halt(0);
            });
    end.setDaemon(true);
    end.start();
  }

  Process start(LiveTopics world, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Xmx384m"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dai.djl.pytorch.num_threads=1"));
    command.add(LoopRole.class.getName());
    command.addAll(List.of(name(), world.topics.prefix()));
    command.add(Integer.toString(world.topics.partitions()));
    command.add(folder.resolve(world.topics.prefix() + name()).toString());
    world.client.forEach((name, value) -> command.addAll(List.of(name, value)));
    // Who comes back under the same name gets its partitions at once.
    command.addAll(List.of("group.instance.id", name()));
    try {
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
