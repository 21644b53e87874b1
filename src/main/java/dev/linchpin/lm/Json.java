package dev.linchpin.lm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON objects in files, with errors that name the file. */
final class Json {

  static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static JsonNode read(Path file) {
    try {
      return parse(file, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(Path file, byte[] bytes) throws IOException {
    try {
      JsonNode json = MAPPER.readTree(bytes);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new ModelFormatException(file + ": expected a JSON object, got other bytes", e);
    }
    throw new ModelFormatException(file + ": expected a JSON object, got another value");
  }
}
