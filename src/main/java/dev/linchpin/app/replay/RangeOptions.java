package dev.linchpin.app.replay;

import dev.linchpin.replay.RangeRequest;
import dev.linchpin.replay.RangeRequest.Offsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say what is replayed. */
final class RangeOptions {
  private static final Pattern OFFSETS = Pattern.compile("(\\d{1,9}):(\\d{1,18})-(\\d{1,18})?");

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Steps captured from this time on, as 2026-11-25T00:00:00Z (default: all that are"
              + " there).")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Steps captured before this time (default: up to now).")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--offsets",
      paramLabel = "P:FROM-[UNTIL]",
      description =
          "Offsets of a partition of activations, the last excluded; may be repeated, other"
              + " partitions are then not read.")
  private List<String> offsets = List.of();

  @Option(
      names = "--chain",
      paramLabel = "ID",
      split = ",",
      description = "Steps of this chain only; may be repeated.")
  private List<String> chains = List.of();

  @Option(names = "--model", paramLabel = "NAME", description = "Steps of this model only.")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--follow",
      description = "Go on with what is written from now on, until it is stopped.")
  private boolean follow;

  RangeRequest request() {
    return new RangeRequest(fromTime(), untilTime(), offsets(), follow);
  }

  Optional<Instant> fromTime() {
    return from.map(text -> time("--from", text));
  }

  Optional<Instant> untilTime() {
    return until.map(text -> time("--until", text));
  }

  Set<String> chains() {
    return Set.copyOf(chains);
  }

  Optional<String> model() {
    return model;
  }

  private Map<Integer, Offsets> offsets() {
    Map<Integer, Offsets> parsed = new HashMap<>();
    for (String text : offsets) {
      Matcher parts = OFFSETS.matcher(text);
      if (!parts.matches()) {
        throw wrong("--offsets: expected P:FROM-UNTIL, as 0:100-200, got " + text);
      }
      String end = parts.group(3);
      Offsets range =
          new Offsets(
              Long.parseLong(parts.group(2)),
              end == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(end)));
      if (range.until().orElse(range.from()) < range.from()
          || parsed.put(Integer.parseInt(parts.group(1)), range) != null) {
        throw wrong("--offsets: expected one range a partition, FROM up to UNTIL, got " + text);
      }
    }
    return parsed;
  }

  private Instant time(String option, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong(option + ": expected a time as 2026-11-25T00:00:00Z, got " + text);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
