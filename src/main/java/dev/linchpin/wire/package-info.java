/**
 * The boundary to Kafka: the catalogue of topics, the events on them as plain records, and their
 * Avro form in the Confluent wire format. Only this package sees generated Avro classes.
 *
 * <p>The claim check happens here, between generated records and bytes: a tensor that is too large
 * for its record is in a store before the record is written, and back in it when it has been read.
 * Nobody behind the serdes and decoders knows of it.
 */
package dev.linchpin.wire;
