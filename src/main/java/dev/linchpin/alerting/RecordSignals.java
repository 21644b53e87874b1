package dev.linchpin.alerting;

import dev.linchpin.stream.UnusableRecordException;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.util.List;

/** What raw records tell the desk. For one thread at a time. */
@FunctionalInterface
interface RecordSignals {

  /**
   * The observations.
   *
   * @throws UndecodableRecordException when the record cannot be read
   * @throws UnusableRecordException when it is not what it should be
   */
  List<Observation> of(RawRecord raw);
}
