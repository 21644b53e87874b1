/**
 * The Confluent wire format and the client of a Confluent-compatible schema registry, under
 * Confluent's own configuration names. Knows Avro and HTTP, not Linchpin's events: Confluent's
 * serdes can stand in for the one here. They are not on Maven Central, which is why there is one.
 *
 * <p>Records are read by a decoder of our own: Avro's allocates whatever length the bytes claim, so
 * that six foreign bytes could take the heap.
 */
package dev.linchpin.wire.confluent;
