package dev.linchpin.app.bench.contender;

import dev.linchpin.app.bench.load.BenchCluster;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepFlagged;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Under which ids the registry knows the schemas of the results; they are registered by asking.
 *
 * @param score id of {@code StepScored}
 * @param flag id of {@code StepFlagged}
 */
record SchemaIds(int score, int flag) {

  static SchemaIds of(BenchCluster cluster, ProbeRelease probe) {
    StepRef step = new StepRef("none", 0);
    Instant now = Instant.EPOCH;
    StepScored score =
        new StepScored(
            step,
            probe.id(),
            ProbeStatus.CHAMPION,
            1,
            Verdict.IMPORTANT,
            now,
            now,
            new LogAddress(0, 0),
            OptionalDouble.empty());
    StepFlagged flag = new StepFlagged(step, probe.id(), Verdict.IMPORTANT, 1, 0.5, now, now);
    int flagId = id(cluster, cluster.topics().lowImportanceAlerts(), flag);
    id(cluster, cluster.topics().importantAlerts(), flag);
    return new SchemaIds(id(cluster, cluster.topics().scores(), score), flagId);
  }

  private static <V> int id(BenchCluster cluster, Topic<V> topic, V value) {
    byte[] bytes =
        new WireFormat(cluster.client()).serde(topic).serializer().serialize(topic.name(), value);
    return ByteBuffer.wrap(bytes).getInt(1);
  }
}
