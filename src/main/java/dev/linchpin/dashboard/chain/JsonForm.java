package dev.linchpin.dashboard.chain;

import dev.linchpin.dashboard.http.Json;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Values of the stores as the JSON that the API shows. */
final class JsonForm {
  private JsonForm() {}

  static <T> Serde<T> of(Class<T> type) {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : Json.bytes(value),
        (topic, bytes) -> bytes == null ? null : Json.read(bytes, type));
  }
}
