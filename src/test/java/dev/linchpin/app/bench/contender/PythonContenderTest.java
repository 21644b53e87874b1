package dev.linchpin.app.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.app.bench.contender.PythonContender.Avro;
import dev.linchpin.app.bench.contender.PythonContender.Settings;
import dev.linchpin.app.bench.load.BenchCluster;
import dev.linchpin.app.bench.load.BenchProbe;
import dev.linchpin.app.bench.load.StepPlan;
import dev.linchpin.app.bench.load.StepPublisher;
import dev.linchpin.app.bench.load.SyntheticActivations;
import dev.linchpin.log.TopicTail;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.StepFlagged;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PythonContenderTest {
  private static final String PYTHON = "/usr/bin/python3";
  private static final CaptureShape SHAPE = new CaptureShape(2, 16, Pooling.MEAN);
  private static final StepPlan PLAN = new StepPlan(4, 5, 2);
  private static final int STEPS = 100;

  @TempDir private Path folder;

  @BeforeEach
  void requirePython() {
    String missing = PythonContender.missing(PYTHON, folder);
    boolean required = "required".equals(System.getenv("LINCHPIN_FOREIGN_CLIENT"));
    Assumptions.assumeTrue(required || missing.isEmpty(), missing);
  }

  @Test
  void shouldScoreAndFlagAsTheMonitorDoesOnceARecordAndInBatches() {
    // Given
    ProbeRelease probe = BenchProbe.champion(SHAPE, 1);
    StepActivations[] pool = new SyntheticActivations(SHAPE, 2).pool(10);
    Map<StepRef, Double> expected = expected(probe, pool);
    try (BenchCluster cluster = BenchCluster.start(2);
        StepPublisher publisher = StepPublisher.bulk(cluster, PLAN, pool)) {
      publisher.fill(STEPS);
      Workplace place = new Workplace(cluster, new Program(List.of()));
      for (Settings settings : List.of(settings(Avro.CONFLUENT, 1), settings(Avro.HAND, 7))) {

        // When
        Run run = new PythonContender(place, probe, settings).run(STEPS);

        // Then
        assertThat(run.steady().recordsPerSecond()).isPositive();
        requireResults(cluster, expected);
      }
    }
  }

  private static Settings settings(Avro avro, int batch) {
    return new Settings(PYTHON, avro, batch, Duration.ofSeconds(30));
  }

  private static void requireResults(BenchCluster cluster, Map<StepRef, Double> expected) {
    List<StepScored> scores = read(cluster, cluster.topics().scores());
    assertThat(scores).hasSizeGreaterThanOrEqualTo(STEPS * 9 / 10);
    assertThat(scores)
        .allSatisfy(s -> assertThat(s.score()).isCloseTo(expected.get(s.step()), within(1e-4)));
    List<StepFlagged> flags = read(cluster, cluster.topics().importantAlerts());
    flags.addAll(read(cluster, cluster.topics().lowImportanceAlerts()));
    assertThat(flags.stream().map(StepFlagged::step))
        .containsExactlyInAnyOrderElementsOf(scores.stream().map(StepScored::step).toList());
  }

  private static Map<StepRef, Double> expected(ProbeRelease probe, StepActivations[] pool) {
    Map<StepRef, Double> scores = new HashMap<>();
    for (int place = 0; place < STEPS; place++) {
      scores.put(PLAN.step(place), probe.score(pool[place % pool.length].decode()));
    }
    return scores;
  }

  private static <V> List<V> read(BenchCluster cluster, Topic<V> topic) {
    List<V> values = new ArrayList<>();
    Cluster where = new Cluster(cluster.client(), cluster.topics());
    try (TopicTail<V> tail = new TopicTail<>(where, topic, Patience.until(() -> false))) {
      tail.readToEnd(entry -> entry.value().ifPresent(values::add));
      assertThat(tail.malformed()).isZero();
    }
    return values;
  }
}
