package dev.linchpin.dashboard.chain;

import dev.linchpin.dashboard.http.Page;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.reasoning.Verdict;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is asked of the list of chains, as parameters of a request. */
public final class ChainQuery {
  @QueryParam("state")
  @Parameter(description = "RUNNING or FINISHED")
  private Optional<ChainState> state = Optional.empty();

  @QueryParam("model")
  private Optional<String> model = Optional.empty();

  @QueryParam("verdict")
  @Parameter(description = "The champion's verdict on at least one step")
  private Optional<Verdict> verdict = Optional.empty();

  @QueryParam("text")
  @Parameter(description = "Part of the question or of a step, whatever its case")
  private Optional<String> text = Optional.empty();

  @QueryParam("minScore")
  private Optional<Double> minScore = Optional.empty();

  @QueryParam("maxScore")
  private Optional<Double> maxScore = Optional.empty();

  @QueryParam("limit")
  private Optional<Integer> limit = Optional.empty();

  @QueryParam("after")
  @Parameter(description = "Cursor: next of an earlier answer")
  private Optional<String> after = Optional.empty();

  ChainFilter filter() {
    return new ChainFilter(
        state, given(model), verdict, given(text), score("minScore", minScore), score("maxScore", maxScore));
  }

  Optional<ChainCursor> after() {
    return given(after).map(ChainCursor::parse);
  }

  int limit() {
    return Page.limit(limit);
  }

  /** The same question to another instance. */
  String text() {
    List<String> parts = new ArrayList<>();
    add(parts, "state", state);
    add(parts, "model", given(model));
    add(parts, "verdict", verdict);
    add(parts, "text", given(text));
    add(parts, "minScore", minScore);
    add(parts, "maxScore", maxScore);
    add(parts, "limit", limit);
    add(parts, "after", given(after));
    return String.join("&", parts);
  }

  private static Optional<String> given(Optional<String> text) {
    return text.filter(value -> !value.isBlank());
  }

  private static OptionalDouble score(String name, Optional<Double> bound) {
    bound
        .filter(value -> !(value >= 0 && value <= 1))
        .ifPresent(
            value -> {
              throw ProblemException.badRequest(name + ": expected 0 to 1, got " + value);
            });
    return bound.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static void add(List<String> parts, String name, Optional<?> value) {
    value.ifPresent(some -> parts.add(name + "=" + ChainDirectory.encoded(some.toString())));
  }
}
