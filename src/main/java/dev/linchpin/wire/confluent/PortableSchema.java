package dev.linchpin.wire.confluent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * Generated classes mark strings with {@code avro.java.string}, which concerns Java alone. Without
 * the mark, a schema equals the file that it was generated from.
 */
final class PortableSchema {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PortableSchema() {}

  static Schema of(Schema schema) {
    try {
      JsonNode json = MAPPER.readTree(schema.toString());
      strip(json);
      return new Schema.Parser().parse(json.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schema's own text is not JSON", e);
    }
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(GenericData.STRING_PROP);
    }
    node.forEach(PortableSchema::strip);
  }
}
