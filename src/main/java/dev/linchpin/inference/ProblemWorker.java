package dev.linchpin.inference;

import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.ProblemPosed;
import dev.linchpin.wire.RecordDecoder;
import dev.linchpin.wire.SamplingSettings;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Turns a record of the work queue into a chain on its topics, or into a dead letter. */
final class ProblemWorker {

  private static final Logger LOG = Logger.getLogger(ProblemWorker.class);

  private final ChainGenerator generator;
  private final ChainPublisher publisher;
  private final RecordDecoder decoder;
  private final Topic<ProblemPosed> problems;
  private final SamplingSettings sampling;
  private final Backoff backoff = Backoff.DEFAULT;

  ProblemWorker(
      ChainGenerator generator,
      ChainPublisher publisher,
      RecordDecoder decoder,
      Topic<ProblemPosed> problems,
      SamplingSettings sampling) {
    this.generator = generator;
    this.publisher = publisher;
    this.decoder = decoder;
    this.problems = problems;
    this.sampling = sampling;
  }

  /**
   * Generates the problem's chain.
   *
   * @return completes when the problem needs no further work: the cluster has all that came of it
   */
  CompletableFuture<Void> work(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    ProblemPosed problem;
    try {
      problem = decodePatiently(record);
    } catch (UndecodableRecordException e) {
      LOG.warnf("Problem set aside: reason=%s offset=%d", e.reason(), record.offset());
      return publisher.publish(letter(record, e), record);
    }
    PublishedChain chain = publisher.open();
    generator.generate(
        ChainIds.request(problem, address(record), generator.model().fingerprint(), sampling),
        chain);
    return chain.acknowledged();
  }

  private ProblemPosed decodePatiently(ConsumerRecord<byte[], byte[]> record)
      throws InterruptedException {
    for (int attempt = 0; ; attempt++) {
      try {
        return decode(record);
      } catch (RuntimeException e) {
        if (!Faults.pass(e)) {
          throw e;
        }
        LOG.warnf("Registry away, trying again: fault=%s", e.toString());
        backoff.await(attempt);
      }
    }
  }

  /** One at a time: a decoder is for one thread. */
  private synchronized ProblemPosed decode(ConsumerRecord<byte[], byte[]> record) {
    return decoder.decode(problems, record.value());
  }

  private static DeadLetter letter(
      ConsumerRecord<byte[], byte[]> record, UndecodableRecordException fault) {
    return new DeadLetter(
        fault.reason().name(),
        record.topic(),
        address(record),
        Instant.ofEpochMilli(record.timestamp()),
        String.valueOf(fault.getMessage()));
  }

  private static LogAddress address(ConsumerRecord<?, ?> record) {
    return new LogAddress(record.partition(), record.offset());
  }
}
