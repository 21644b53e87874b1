/**
 * Work on the reference reasoner that needs several features at once: observing its chains,
 * training its first probe, measuring it against the bars it has to meet.
 */
package dev.linchpin.app.reasoner;
