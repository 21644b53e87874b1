/**
 * Recorded activations through probes once more: the topology of live scoring with other topics, a
 * range of the log and a pace. A run reads the live {@code activations} and writes to topics of its
 * own, exactly once, so that its counts add up after any crash. Live topics and groups are not
 * touched.
 */
package dev.linchpin.replay;
