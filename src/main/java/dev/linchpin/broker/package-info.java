/**
 * A Kafka broker in this JVM, so that Linchpin runs without one installed: one node, on the
 * loopback interface only. The one package that sees Kafka's server classes, which are not a public
 * interface and may move from release to release.
 */
package dev.linchpin.broker;
