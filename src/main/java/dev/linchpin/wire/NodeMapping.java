package dev.linchpin.wire;

import dev.linchpin.wire.NodeReported.Chains;
import dev.linchpin.wire.NodeReported.Node;
import dev.linchpin.wire.NodeReported.Role;
import dev.linchpin.wire.NodeReported.State;
import dev.linchpin.wire.avro.NodeRole;
import dev.linchpin.wire.avro.NodeState;
import java.util.OptionalLong;

final class NodeMapping {

  static final AvroMapping<NodeReported, dev.linchpin.wire.avro.NodeReported> REPORTED =
      new AvroMapping<>(
          NodeReported.class,
          dev.linchpin.wire.avro.NodeReported.class,
          NodeMapping::write,
          NodeMapping::read);

  private NodeMapping() {}

  private static dev.linchpin.wire.avro.NodeReported write(NodeReported e) {
    return new dev.linchpin.wire.avro.NodeReported(
        e.node().name(),
        NodeRole.valueOf(e.node().role().name()),
        e.node().model(),
        e.node().modelFingerprint(),
        NodeState.valueOf(e.state().name()),
        e.chains().running(),
        e.chains().atOnce(),
        e.chains().done(),
        write(e.bufferUsedBytes()),
        write(e.bufferBytes()),
        Figure.write(e.tokensPerSecond()),
        e.node().startedAt(),
        e.reportedAt());
  }

  private static NodeReported read(dev.linchpin.wire.avro.NodeReported a) {
    return new NodeReported(
        new Node(
            a.getNode(),
            Role.valueOf(a.getRole().name()),
            a.getModel(),
            a.getModelFingerprint(),
            a.getStartedAt()),
        State.valueOf(a.getState().name()),
        new Chains(a.getChainsRunning(), a.getChainsAtOnce(), a.getChainsDone()),
        read(a.getBufferUsedBytes()),
        read(a.getBufferBytes()),
        Figure.read(a.getTokensPerSecond()),
        a.getReportedAt());
  }

  private static Long write(OptionalLong bytes) {
    return bytes.isPresent() ? bytes.getAsLong() : null;
  }

  private static OptionalLong read(Long bytes) {
    return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
  }
}
