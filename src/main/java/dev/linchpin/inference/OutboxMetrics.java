package dev.linchpin.inference;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the outbox counts, in records.
 *
 * @param sent acknowledged by the cluster
 * @param dropped activations that the policy dropped
 * @param blocked times that generation waited for room
 * @param retried times that a record was tried again, because cluster or registry was away
 * @param failed given up: refused for good, or not acknowledged when the node ended
 */
public record OutboxMetrics(
    Counter sent, Counter dropped, Counter blocked, Counter retried, Counter failed) {

  /** Registers the counters. */
  public static OutboxMetrics in(MeterRegistry registry) {
    return new OutboxMetrics(
        registry.counter("linchpin.inference.records.sent"),
        registry.counter("linchpin.inference.activations.dropped"),
        registry.counter("linchpin.inference.buffer.blocked"),
        registry.counter("linchpin.inference.records.retried"),
        registry.counter("linchpin.inference.records.failed"));
  }
}
