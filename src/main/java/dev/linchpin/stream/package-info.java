/**
 * What the Kafka Streams roles share: their life ({@link dev.linchpin.stream.StreamsRole}), how raw
 * records about chains are read, what cannot be read becomes, and how values are written while a
 * registry may be away. Knows topics and their format, nothing of what a role decides.
 */
package dev.linchpin.stream;
