package dev.linchpin.wire;

import dev.linchpin.wire.confluent.UndecodableRecordException;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** One or more Avro records, and their mapping to plain records. */
public final class AvroType<V> implements ValueType<V> {

  private final List<AvroMapping<? extends V, ?>> mappings;

  AvroType(List<AvroMapping<? extends V, ?>> mappings) {
    this.mappings = List.copyOf(mappings);
  }

  @Override
  public List<String> records() {
    return mappings.stream().map(mapping -> mapping.avro().getSimpleName()).toList();
  }

  @Override
  public String recordOf(V value) {
    return mapping(value).avro().getSimpleName();
  }

  SpecificRecord toAvro(V value) {
    return mapping(value).toAvro(value);
  }

  private AvroMapping<? extends V, ?> mapping(V value) {
    return mappings.stream()
        .filter(mapping -> mapping.event().isInstance(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(notOneOfMine(value)));
  }

  /**
   * The plain record.
   *
   * @throws UndecodableRecordException when it is another record, or its values are not possible
   */
  V fromAvro(SpecificRecord value) {
    AvroMapping<? extends V, ?> mapping =
        mappings.stream()
            .filter(candidate -> candidate.avro().isInstance(value))
            .findFirst()
            .orElseThrow(
                () -> new UndecodableRecordException(Reason.FOREIGN_TYPE, notOneOfMine(value)));
    try {
      return mapping.fromAvro(value);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UndecodableRecordException(Reason.MALFORMED, e.getMessage(), e);
    }
  }

  private String notOneOfMine(Object value) {
    return "expected one of " + records() + ", got " + value.getClass().getSimpleName();
  }
}
