package dev.linchpin.dashboard.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request's query. */
record QueryText(Map<String, String> values) {
  QueryText {
    values = Map.copyOf(values);
  }

  static QueryText parse(String query) {
    Map<String, String> values = new HashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new QueryText(values);
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
