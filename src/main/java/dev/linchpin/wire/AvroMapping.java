package dev.linchpin.wire;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * One event and its Avro form.
 *
 * @param event class of the plain record
 * @param avro generated class
 * @param write from the event; exact but for instants, which are cut to microseconds
 * @param read back; refuses what the plain records refuse
 */
record AvroMapping<E, A extends SpecificRecord>(
    Class<E> event, Class<A> avro, Function<E, A> write, Function<A, E> read) {

  SpecificRecord toAvro(Object value) {
    return write.apply(event.cast(value));
  }

  E fromAvro(SpecificRecord value) {
    return read.apply(avro.cast(value));
  }
}
