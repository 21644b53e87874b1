/**
 * How records flow: throughput from the ends of the topics, how far groups lag behind, lead times,
 * dead letters by reason, nodes and instances. Only the dead letters' headers and the nodes'
 * reports are read; lead times come from whoever follows the live topics anyway, through {@link
 * dev.linchpin.dashboard.flow.LeadTimeWindow}. All of it is bounded, and goes with the process.
 */
package dev.linchpin.dashboard.flow;
