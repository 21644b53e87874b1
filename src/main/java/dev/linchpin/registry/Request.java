package dev.linchpin.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A request, taken apart.
 *
 * @param parameters the parts of the path that stand for names, in order
 * @param query parameters after the question mark
 * @param body an object, empty when there was none
 */
record Request(List<String> parameters, Map<String, String> query, JsonNode body) {

  String subject() {
    return parameters.get(0);
  }

  String version() {
    return parameters.get(1);
  }

  /** The id in the path; a word that is no number is no resource. */
  int id() {
    try {
      return Integer.parseInt(parameters.get(0));
    } catch (NumberFormatException e) {
      throw RegistryFault.nothingThere();
    }
  }

  boolean asks(String flag) {
    return Boolean.parseBoolean(query.get(flag));
  }

  /** The Avro schema in the body. */
  Schema schema() {
    String type = body.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw RegistryFault.invalidSchema("expected type AVRO, got " + type);
    }
    if (!body.path("references").isEmpty()) {
      throw RegistryFault.invalidSchema("references are not supported");
    }
    try {
      return new Schema.Parser().parse(body.path("schema").asText());
    } catch (AvroRuntimeException e) {
      throw RegistryFault.invalidSchema(e.getMessage());
    }
  }

  /** The compatibility level in the body. */
  CompatibilityLevel level() {
    String name = body.path("compatibility").asText();
    return CompatibilityLevel.of(name).orElseThrow(() -> RegistryFault.invalidLevel(name));
  }
}
