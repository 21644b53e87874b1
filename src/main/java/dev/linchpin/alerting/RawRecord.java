package dev.linchpin.alerting;

import java.time.Instant;

/**
 * A record as it came.
 *
 * @param topic where it came from
 * @param key null for none
 * @param value null for none
 * @param writtenAt its timestamp
 */
record RawRecord(String topic, byte[] key, byte[] value, Instant writtenAt) {}
