package dev.linchpin.replay;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.scoring.Monitor;
import dev.linchpin.scoring.ScoringSettings;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.ReplayTopics;
import dev.linchpin.wire.StepScored;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

/** Recorded chains of a made-up model, a live monitor, and runs of replays. */
public final class ReplayWorld extends LiveTopics {
  public static final String MODEL = "tiny";
  public static final Instant FIRST = Instant.parse("2026-11-25T08:00:00Z");

  static final String WEIGHTS = "f00d";
  static final CaptureShape SHAPE = new CaptureShape(4, 24, Pooling.MEAN);

  private static final int UNITS = 16;
  private static final Duration START = Duration.ofMinutes(2);
  private final Random random = new Random(20260418);

  public ReplayWorld(EmbeddedKafka kafka, EmbeddedRegistry registry, String prefix, Path folder)
      throws Exception {
    super(kafka, registry, prefix);
    client.put("state.dir", folder.toString());
  }

  public Cluster cluster() {
    return new Cluster(client, topics);
  }

  /** A probe with weights of its own. */
  public static ProbeRelease probe(int version) {
    Random random = new Random(version);
    int inputs = SHAPE.size();
    return new ProbeRelease(
        new ProbeId(MODEL, "layerwise", version),
        WEIGHTS,
        ProbeInput.layerwise(SHAPE),
        new MlpProbe(
            inputs,
            values(random, inputs * UNITS),
            values(random, UNITS),
            values(random, UNITS),
            0),
        Calibration.IDENTITY,
        new Thresholds(0.4, 0.6),
        Map.of(),
        Optional.empty(),
        ProbeLifecycle.firstChampion(FIRST));
  }

  public void promote(ProbeRelease probe) {
    try (ProbeCatalogue catalogue = new ProbeCatalogue(cluster(), Clock.systemUTC())) {
      catalogue.publishChampion(probe);
    }
  }

  /** A step that was captured so long after the first. */
  public LogAddress capture(String chain, int index, String model, Duration after) {
    Instant time = FIRST.plus(after);
    ActivationsCaptured step =
        new ActivationsCaptured(
            new StepRef(chain, index),
            model,
            WEIGHTS,
            time,
            StepActivations.encode(SHAPE, NumberFormat.BF16, values(random, SHAPE.size())));
    return send(topics.activations(), chain, bytes(topics.activations(), step), time);
  }

  /** Chains of so many steps, a step of each every {@code interval}. */
  public void capture(int chains, int steps, Duration interval) {
    for (int index = 0; index < steps; index++) {
      for (int chain = 0; chain < chains; chain++) {
        var unused = capture("chain-" + chain, index, MODEL, interval.multipliedBy(index));
      }
    }
  }

  /** Scores live until there are so many scores. */
  public List<StepScored> scoreLive(int scores) throws InterruptedException {
    ScoringSettings settings = new ScoringSettings(topics.prefix() + "monitor", client, 1);
    try (Monitor monitor = new Monitor(settings, topics, meters, Clock.systemUTC())) {
      monitor.start();
      monitor.awaitRunning(START);
      return valuesUntil(topics.scores(), all -> all.size() == scores);
    }
  }

  /** Makes a run. */
  ReplayRequested define(
      String name,
      RangeRequest range,
      Set<String> chains,
      OptionalDouble pace,
      ProbeChoice choice) {
    try (ReplayRuns runs = new ReplayRuns(cluster());
        ProbeCatalogue catalogue = new ProbeCatalogue(cluster(), Clock.systemUTC())) {
      List<ProbeRelease> probes = choice.releases(catalogue, Optional.empty());
      ReplayRequested run =
          new ReplayRequested(
              name,
              FIRST,
              runs.ranges(range),
              chains,
              Optional.of(MODEL),
              range.from(),
              range.until(),
              probes.stream().map(probe -> probe.id().key()).toList(),
              pace,
              false);
      runs.define(run, probes);
      return run;
    }
  }

  /** A run of everything through the running probe, as fast as possible. */
  ReplayRequested define(String name) {
    return define(
        name, RangeRequest.EVERYTHING, Set.of(), OptionalDouble.empty(), new ProbeChoice.Running());
  }

  /** Works on a run to its end. */
  ReplayProgress finish(ReplayRequested run) throws InterruptedException {
    try (TallyReader tally = new TallyReader(cluster(), run)) {
      try (Replay replay = new Replay(cluster(), run, 1, Clock.systemUTC())) {
        replay.start(START);
        await(replay);
      }
      return tally.readDecided().ended();
    }
  }

  /** Returns when a run is done. */
  static void await(Replay replay) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!replay.isDone()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("not done within " + PATIENCE);
      }
    }
  }

  ReplayTopics topics(ReplayRequested run) {
    return new ReplayTopics(topics, run.run(), run.partitions());
  }

  /** So many scores of a run. */
  List<StepScored> scores(ReplayRequested run, int count) {
    return valuesUntil(topics(run).scoring().scores(), all -> all.size() == count);
  }

  private static float[] values(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() / 4;
    }
    return values;
  }
}
