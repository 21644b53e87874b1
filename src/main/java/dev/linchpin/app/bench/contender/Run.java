package dev.linchpin.app.bench.contender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.app.cluster.JsonLine;
import java.util.Map;

/**
 * What a contender did in one round.
 *
 * @param steady its measured part
 * @param peakMb most resident memory of its process, MB; NaN where it is not known
 */
public record Run(Steady steady, double peakMb) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As a process tells it on its last line. */
  public String json() {
    return JsonLine.of(
        Map.of(
            "records", steady.records(),
            "seconds", steady.seconds(),
            "cpuSeconds", steady.cpuSeconds(),
            "peakMb", peakMb));
  }

  /** Reads what {@link #json()} wrote, or a program in another language. */
  static Run read(String line) {
    try {
      JsonNode run = JSON.readTree(line);
      return new Run(
          new Steady(
              run.required("records").asLong(),
              run.required("seconds").asDouble(),
              run.required("cpuSeconds").asDouble()),
          run.required("peakMb").asDouble());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("expected a line of JSON from a process, got " + line, e);
    }
  }
}
