package dev.linchpin.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.reasoner.Difficulty;
import dev.linchpin.reasoner.PuzzleGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Where problems come from. */
public final class Problems {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Problems() {}

  /** Puzzles of full difficulty; the same seed gives the same ones. */
  public static List<Problem> puzzles(int count, long seed) {
    PuzzleGenerator generator = new PuzzleGenerator(new Random(seed), Difficulty.FULL);
    return Stream.generate(generator::next).limit(count).map(Problem::of).toList();
  }

  /**
   * Problems of a file, one JSON object a line with the fields {@code problem} and {@code answer};
   * empty lines are left out.
   *
   * @throws IllegalArgumentException that names the line of a fault
   */
  public static List<Problem> read(Path file) {
    List<Problem> problems = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          problems.add(parse(file + ", line " + (i + 1), lines.get(i)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("expected problems in " + file + ", got none");
    }
    return problems;
  }

  private static Problem parse(String place, String line) {
    try {
      JsonNode json = JSON.readTree(line);
      return Problem.of(field(place, json, "problem"), field(place, json, "answer"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          place + ": expected a JSON object, got: " + e.getOriginalMessage(), e);
    }
  }

  private static String field(String place, JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (!(value.isTextual() || value.isNumber()) || value.asText().isBlank()) {
      throw new IllegalArgumentException(
          "%s: expected text in the field \"%s\", got %s"
              .formatted(place, name, value.toString().isEmpty() ? "nothing" : value));
    }
    return value.asText();
  }
}
