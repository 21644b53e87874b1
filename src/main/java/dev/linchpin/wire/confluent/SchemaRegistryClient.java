package dev.linchpin.wire.confluent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.net.URLEncoder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** Ids of schemas and schemas of ids, each asked for once. Safe for use by several threads. */
final class SchemaRegistryClient {

  private record Registered(String subject, Schema schema) {}

  private final RegistryHttp http;
  private final boolean autoRegister;
  private final Map<Registered, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  SchemaRegistryClient(RegistryConfig config) {
    this(
        new RegistryHttp(RegistryAddress.of(config), config.requestTimeout(), config.retries()),
        config.autoRegister());
  }

  SchemaRegistryClient(RegistryHttp http, boolean autoRegister) {
    this.http = http;
    this.autoRegister = autoRegister;
  }

  /** The schema's id, registered under the subject where that is allowed. */
  int id(String subject, Schema schema) {
    Registered key = new Registered(subject, schema);
    Integer known = ids.get(key);
    return known != null ? known : remember(key, askForId(subject, schema));
  }

  /**
   * The schema that has an id.
   *
   * @throws UndecodableRecordException when the registry does not know it
   */
  Schema schema(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return known;
    }
    Schema schema = askForSchema(id);
    schemas.put(id, schema);
    return schema;
  }

  private int remember(Registered key, int id) {
    ids.put(key, id);
    return id;
  }

  private int askForId(String subject, Schema schema) {
    String path = "/subjects/" + URLEncoder.encode(subject, UTF_8).replace("+", "%20");
    String text = PortableSchema.of(schema).toString();
    return http.post(
            autoRegister ? path + "/versions" : path,
            JsonNodeFactory.instance.objectNode().put("schema", text))
        .required("id")
        .asInt();
  }

  private Schema askForSchema(int id) {
    try {
      String text = http.get("/schemas/ids/" + id).required("schema").asText();
      return new Schema.Parser().parse(text);
    } catch (RegistryRefusedException e) {
      if (e.errorCode() == RegistryRefusedException.SCHEMA_NOT_FOUND) {
        throw new UndecodableRecordException(Reason.UNKNOWN_SCHEMA, "unknown schema id " + id, e);
      }
      throw e;
    }
  }
}
