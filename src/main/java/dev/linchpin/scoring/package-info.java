/**
 * Scoring in flight: the Kafka Streams topology that applies the live probes to activations as they
 * arrive, and the meter of its lead time. Decisions are pure ({@link
 * dev.linchpin.scoring.StepScorer}, {@link dev.linchpin.scoring.LiveProbes}); the Kafka classes
 * around them hold a buffer and call them. No tensor enters a store or a changelog.
 *
 * <p>Live output is at-least-once with an idempotent identity (step, probe, version): a crash may
 * write a score twice, never lose it. A replay runs the same topology in another {@link
 * dev.linchpin.scoring.ScoringMode}.
 */
package dev.linchpin.scoring;
