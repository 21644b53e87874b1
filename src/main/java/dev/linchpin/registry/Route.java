package dev.linchpin.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A method and a path, and what answers there.
 *
 * @param method HTTP method
 * @param path its segments; {@code *} stands for a name
 * @param handler answers
 */
record Route(String method, List<String> path, Function<Request, JsonNode> handler) {

  static Route of(String method, String path, Function<Request, JsonNode> handler) {
    return new Route(method, path.isEmpty() ? List.of() : List.of(path.split("/", -1)), handler);
  }

  /** The names in a path that belongs here; empty for another path. */
  Optional<List<String>> match(String method, List<String> segments) {
    if (!this.method.equals(method) || path.size() != segments.size()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).equals("*")) {
        names.add(segments.get(i));
      } else if (!path.get(i).equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }
}
