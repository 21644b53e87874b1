/**
 * Trains probes on labelled steps, with DJL. No Kafka here: where steps and labels come from is the
 * caller's business.
 *
 * <p>Two things differ from arXiv 2604.18307 on purpose. Steps are split by chain, so that no chain
 * is on two sides; and the epoch is chosen on a validation side while figures come from a third.
 * Inside a training graph every constant is an array: a Java number there may be freed before the
 * backward pass reads it.
 */
package dev.linchpin.training;
