/**
 * How a node that runs a model says on the topic {@code nodes} what it is doing: {@link
 * dev.linchpin.node.NodeReporter} asks it every 2 s, in a thread and with a producer of its own, so
 * that neither a slow cluster nor one that is away is felt by the node's work. A report that cannot
 * be sent soon is dropped: the next one says more.
 */
package dev.linchpin.node;
