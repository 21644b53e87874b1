package dev.linchpin.app.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A result as one line of JSON. */
public final class JsonLine {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonLine() {}

  /** A figure as JSON has it: null where it is not defined. */
  public static Double figure(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** The value as Jackson writes it, without line breaks. */
  public static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
