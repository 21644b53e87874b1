package dev.linchpin.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The REST interface without HTTP: which path answers what. */
final class RegistryApi {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final SchemaRegistry registry;
  private final List<Route> routes;

  RegistryApi(SchemaRegistry registry) {
    this.registry = registry;
    this.routes =
        List.of(
            Route.of("GET", "", r -> JSON.objectNode()),
            Route.of("GET", "subjects", r -> json(registry.subjects())),
            Route.of("POST", "subjects/*", r -> json(registry.find(r.subject(), r.schema()))),
            Route.of("DELETE", "subjects/*", r -> numbers(registry.delete(r.subject()))),
            Route.of("GET", "subjects/*/versions", r -> numbers(registry.versions(r.subject()))),
            Route.of("POST", "subjects/*/versions", this::register),
            Route.of("GET", "subjects/*/versions/*", r -> json(version(r))),
            Route.of("DELETE", "subjects/*/versions/*", this::deleteVersion),
            Route.of("GET", "subjects/*/versions/*/schema", r -> parsed(version(r).schema())),
            Route.of("GET", "subjects/*/versions/*/referencedby", r -> JSON.arrayNode()),
            Route.of("GET", "schemas/types", r -> json(List.of("AVRO"))),
            Route.of("GET", "schemas/ids/*", this::schemaById),
            Route.of("GET", "schemas/ids/*/schema", r -> parsed(registry.schema(r.id()))),
            Route.of("GET", "schemas/ids/*/subjects", this::subjectsOfId),
            Route.of("GET", "schemas/ids/*/versions", this::versionsOfId),
            Route.of("GET", "config", r -> level("compatibilityLevel", registry.globalLevel())),
            Route.of("GET", "config/*", this::subjectLevel),
            Route.of("PUT", "config", r -> setLevel(r, Optional.empty())),
            Route.of("PUT", "config/*", r -> setLevel(r, Optional.of(r.subject()))),
            Route.of("DELETE", "config", r -> removeLevel(Optional.empty())),
            Route.of("DELETE", "config/*", r -> removeLevel(Optional.of(r.subject()))),
            Route.of("POST", "compatibility/subjects/*/versions", this::checkAll),
            Route.of("POST", "compatibility/subjects/*/versions/*", this::checkOne),
            Route.of("GET", "mode", r -> JSON.objectNode().put("mode", "READWRITE")),
            Route.of("GET", "mode/*", r -> JSON.objectNode().put("mode", "READWRITE")));
  }

  /**
   * The answer to a request.
   *
   * @param path decoded segments, without empty ones
   * @throws RegistryFault when it cannot be met
   */
  JsonNode answer(String method, List<String> path, Map<String, String> query, JsonNode body) {
    for (Route route : routes) {
      Optional<List<String>> names = route.match(method, path);
      if (names.isPresent()) {
        return route.handler().apply(new Request(names.get(), query, body));
      }
    }
    throw RegistryFault.nothingThere();
  }

  private SchemaVersion version(Request r) {
    return registry.version(r.subject(), r.version());
  }

  private JsonNode register(Request r) {
    return JSON.objectNode().put("id", registry.register(r.subject(), r.schema()).id());
  }

  private JsonNode deleteVersion(Request r) {
    return JSON.numberNode(registry.delete(r.subject(), r.version()).version());
  }

  private JsonNode schemaById(Request r) {
    return JSON.objectNode().put("schema", registry.schema(r.id()));
  }

  private JsonNode subjectsOfId(Request r) {
    return json(registry.uses(r.id()).stream().map(SchemaVersion::subject).distinct().toList());
  }

  private JsonNode versionsOfId(Request r) {
    return json(
        registry.uses(r.id()).stream()
            .map(v -> Map.of("subject", v.subject(), "version", v.version()))
            .toList());
  }

  private JsonNode subjectLevel(Request r) {
    return level(
        "compatibilityLevel",
        r.asks("defaultToGlobal")
            ? registry.effectiveLevel(r.subject())
            : registry.ownLevel(r.subject()));
  }

  private JsonNode setLevel(Request r, Optional<String> subject) {
    CompatibilityLevel level = r.level();
    registry.setLevel(subject, level);
    return level("compatibility", level);
  }

  private JsonNode removeLevel(Optional<String> subject) {
    return level("compatibilityLevel", registry.removeLevel(subject));
  }

  private JsonNode checkAll(Request r) {
    return verdict(registry.faults(r.subject(), r.schema()));
  }

  private JsonNode checkOne(Request r) {
    return verdict(registry.faults(r.subject(), r.schema(), r.version()));
  }

  private static JsonNode verdict(List<String> faults) {
    ObjectNode verdict = JSON.objectNode().put("is_compatible", faults.isEmpty());
    return verdict.set("messages", json(faults));
  }

  private static JsonNode level(String name, CompatibilityLevel level) {
    return JSON.objectNode().put(name, level.name());
  }

  private static JsonNode numbers(List<SchemaVersion> versions) {
    return json(versions.stream().map(SchemaVersion::version).toList());
  }

  private static JsonNode json(SchemaVersion version) {
    return JSON.objectNode()
        .put("subject", version.subject())
        .put("version", version.version())
        .put("id", version.id())
        .put("schema", version.schema());
  }

  private static JsonNode json(Object value) {
    return MAPPER.valueToTree(value);
  }

  private static JsonNode parsed(String schema) {
    try {
      return MAPPER.readTree(schema);
    } catch (JsonProcessingException e) {
      throw RegistryFault.store(e);
    }
  }
}
