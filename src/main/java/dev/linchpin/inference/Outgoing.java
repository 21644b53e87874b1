package dev.linchpin.inference;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record on its way out.
 *
 * @param weight what it is to the buffer's policy
 * @param bytes memory that it takes until it has been acknowledged
 * @param record makes the record; called by the sending thread, again after a failure that passes
 * @param acknowledged completes when the cluster has it, or fails when it never will
 */
record Outgoing(
    Weight weight,
    long bytes,
    Supplier<ProducerRecord<byte[], byte[]>> record,
    CompletableFuture<Void> acknowledged) {

  /** What a record is to the buffer's policy. */
  enum Weight {
    /** Always kept. */
    LIGHT,
    /** May be dropped where the policy says so. */
    HEAVY
  }

  Outgoing(Weight weight, long bytes, Supplier<ProducerRecord<byte[], byte[]>> record) {
    this(weight, bytes, record, new CompletableFuture<>());
  }
}
