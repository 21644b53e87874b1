/**
 * The boundary to Kafka: the catalogue of topics, the events on them as plain records, and their
 * Avro form in the Confluent wire format. Only this package sees generated Avro classes.
 */
package dev.linchpin.wire;
