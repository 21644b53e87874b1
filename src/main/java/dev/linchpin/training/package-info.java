/**
 * From labels to probes. The trainer itself ({@link dev.linchpin.training.ProbeTrainer}) knows no
 * Kafka: it takes examples by index, wherever their rows lie. Around it, labels and activations are
 * read back from the log, a policy says when to train, and a gate says which challenger takes over
 * ({@link dev.linchpin.training.Follower}).
 *
 * <p>Two things differ from arXiv 2604.18307 on purpose. Steps are split by chain, so that no chain
 * is on two sides; and the epoch is chosen on a validation side while figures come from a third.
 * Inside a training graph every constant is an array: a Java number there may be freed before the
 * backward pass reads it.
 */
package dev.linchpin.training;
