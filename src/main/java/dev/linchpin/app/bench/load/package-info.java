/**
 * The load of a benchmark: a cluster of its own, synthetic activations, a probe for them, and who
 * publishes steps, as fast as it can or on schedule.
 */
package dev.linchpin.app.bench.load;
