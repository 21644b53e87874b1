package dev.linchpin.archive;

import dev.linchpin.reasoning.StepRef;
import java.nio.ByteBuffer;

/**
 * A tensor that lies in a claim store.
 *
 * @param step whose it is
 * @param content its bytes, from the position to the limit
 */
record ClaimedObject(StepRef step, ByteBuffer content) {}
