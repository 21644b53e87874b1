/**
 * What the machine itself can do: the probe's products without Kafka and without a wire format, and
 * how fast memory is copied. The one place of the commands that sees DJL.
 */
package dev.linchpin.app.bench.kernel;
