/**
 * How good the probes are on the live stream: every version's evaluations over time, from the topic
 * {@code evaluations}, beside the probes' history of promotions. Figures are shown as they were
 * published; a version's history is thinned to a bounded number of points.
 */
package dev.linchpin.dashboard.quality;
