package dev.linchpin.wire;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a node that runs a model is doing.
 *
 * @param node which node it is
 * @param state what it is doing
 * @param chains how many chains it works on
 * @param bufferUsedBytes bytes of records that wait to be sent or acknowledged; empty for a node
 *     without a send buffer
 * @param bufferBytes most bytes that may wait; empty for a node without a send buffer
 * @param tokensPerSecond tokens generated since the report before, per second; empty in the first
 *     report, and for a node that does not count them
 * @param reportedAt when this was so, by the node's clock
 */
public record NodeReported(
    Node node,
    State state,
    Chains chains,
    OptionalLong bufferUsedBytes,
    OptionalLong bufferBytes,
    OptionalDouble tokensPerSecond,
    Instant reportedAt) {

  /** What a node does. */
  public enum Role {
    /** Writes chains. */
    INFERENCE,
    /** Takes finished chains apart. */
    ABLATION
  }

  /** What a node is doing. */
  public enum State {
    /** Has not asked for work yet. */
    STARTING,
    WAITING,
    BUSY,
    /** Was told to stop; chains under way may end. */
    STOPPING,
    /** The last report of a node that was told to stop. */
    STOPPED,
    /** The last report of a node that could not go on. */
    FAILED;

    /** Whether no report follows. */
    public boolean isLast() {
      return this == STOPPED || this == FAILED;
    }
  }

  /**
   * A node.
   *
   * @param name the same from its start to its end; the record's key
   * @param role what it does
   * @param model name of the model that it runs
   * @param modelFingerprint digest of the model's configuration and weights
   * @param startedAt when it started
   */
  public record Node(
      String name, Role role, String model, String modelFingerprint, Instant startedAt) {}

  /**
   * The chains of a node.
   *
   * @param running under way
   * @param atOnce most that are under way at once
   * @param done ended since the node's start
   */
  public record Chains(int running, int atOnce, long done) {}
}
