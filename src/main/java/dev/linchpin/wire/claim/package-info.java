/**
 * The claim check: objects that are too large for a record lie in a store, and the record carries
 * where. Knows neither topics nor Avro. The name of an object is derived from what it belongs to
 * and from its content, never taken from a record, so that whoever reads a claim opens nothing but
 * objects of the store.
 *
 * <p>Nothing here removes objects. They are of no use once retention has removed the records that
 * claim them, so whoever runs the store removes what is older than the retention of {@code
 * activations} (3 days unless changed) and a day on top, by age: {@code find STORE -type f -mtime
 * +4 -delete}, or the life-cycle rule of an object store.
 */
package dev.linchpin.wire.claim;
