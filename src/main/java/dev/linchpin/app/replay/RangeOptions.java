package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.ChainOptions;
import dev.linchpin.app.cluster.InstantConverter;
import dev.linchpin.replay.RangeRequest;
import dev.linchpin.replay.RangeRequest.Offsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
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
      converter = InstantConverter.class,
      description =
          "Steps captured from this time on, as 2026-11-25T00:00:00Z (default: all that are"
              + " there).")
  private Optional<Instant> from = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "Steps captured before this time (default: up to now).")
  private Optional<Instant> until = Optional.empty();

  @Option(
      names = "--offsets",
      paramLabel = "P:FROM-[UNTIL]",
      description =
          "Offsets of a partition of activations, the last excluded; may be repeated, other"
              + " partitions are then not read.")
  private List<String> offsets = List.of();

  @Mixin private ChainOptions chains;

  @Option(names = "--model", paramLabel = "NAME", description = "Steps of this model only.")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--follow",
      description = "Go on with what is written from now on, until it is stopped.")
  private boolean follow;

  RangeRequest request() {
    return new RangeRequest(from, until, offsets(), follow);
  }

  Set<String> chains() {
    return chains.ids();
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

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
