package dev.linchpin.dashboard.chain;

import dev.linchpin.dashboard.http.Page;
import dev.linchpin.dashboard.http.Params;
import dev.linchpin.reasoning.Verdict;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is asked of the list of chains, as parameters of a request. */
public final class ChainQuery {
  @QueryParam("state")
  @Parameter(description = "RUNNING or FINISHED")
  private Optional<String> state = Optional.empty();

  @QueryParam("model")
  private Optional<String> model = Optional.empty();

  @QueryParam("verdict")
  @Parameter(description = "The champion's verdict on at least one step")
  private Optional<String> verdict = Optional.empty();

  @QueryParam("text")
  @Parameter(description = "Part of the question or of a step, whatever its case")
  private Optional<String> text = Optional.empty();

  @QueryParam("minScore")
  private Optional<String> minScore = Optional.empty();

  @QueryParam("maxScore")
  private Optional<String> maxScore = Optional.empty();

  @QueryParam("limit")
  private Optional<String> limit = Optional.empty();

  @QueryParam("after")
  @Parameter(description = "Cursor: next of an earlier answer")
  private Optional<String> after = Optional.empty();

  ChainFilter filter() {
    return new ChainFilter(
        Params.oneOf("state", state, ChainState.class),
        Params.text(model),
        Params.oneOf("verdict", verdict, Verdict.class),
        Params.text(text),
        Params.number("minScore", minScore, 0, 1),
        Params.number("maxScore", maxScore, 0, 1));
  }

  Optional<ChainCursor> after() {
    return Params.text(after).map(ChainCursor::parse);
  }

  int limit() {
    return Page.limit(limit);
  }

  /** The same question to another instance. */
  String text() {
    List<String> parts = new ArrayList<>();
    add(parts, "state", state);
    add(parts, "model", model);
    add(parts, "verdict", verdict);
    add(parts, "text", text);
    add(parts, "minScore", minScore);
    add(parts, "maxScore", maxScore);
    add(parts, "limit", limit);
    add(parts, "after", after);
    return String.join("&", parts);
  }

  private static void add(List<String> parts, String name, Optional<String> value) {
    value.ifPresent(some -> parts.add(name + "=" + ChainDirectory.encoded(some)));
  }
}
