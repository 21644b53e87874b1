/**
 * A schema registry in this JVM, so that Linchpin runs without one installed: the part of
 * Confluent's REST interface that clients use, for Avro, on the loopback interface only. Knows
 * nothing of Linchpin's schemas.
 *
 * <p>Three parts: {@code SchemaState} is a pure state machine over log entries; {@code
 * SchemaRegistry} decides and writes entries; a log keeps them in a compacted topic, in the form
 * that Confluent's registry uses for its own. What is written is read back and applied before it is
 * answered. A registry that opens the log shuts out the one that wrote before: there is one writer.
 *
 * <p>A deleted version is no longer found by its subject; its id stays readable for ever, since
 * records that name it may still lie in a topic. Schema references, contexts, modes and permanent
 * deletion are not here.
 */
package dev.linchpin.registry;
