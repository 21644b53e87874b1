package dev.linchpin.node;

import dev.linchpin.wire.NodeReported.Chains;
import dev.linchpin.wire.NodeReported.State;
import java.util.OptionalLong;

/**
 * What a node says of itself when it is asked.
 *
 * @param state {@code WAITING}, {@code BUSY} or {@code STOPPING}; that it starts or has ended, the
 *     reporter knows
 * @param chains how many it works on
 * @param bufferUsedBytes bytes that wait to be sent or acknowledged; empty without a send buffer
 * @param bufferBytes most bytes that may wait; empty without a send buffer
 * @param tokens generated since its start; empty where they are not counted
 */
public record NodeActivity(
    State state,
    Chains chains,
    OptionalLong bufferUsedBytes,
    OptionalLong bufferBytes,
    OptionalLong tokens) {

  /** The state of a node that was not told to stop. */
  public static State working(Chains chains) {
    return chains.running() > 0 ? State.BUSY : State.WAITING;
  }
}
