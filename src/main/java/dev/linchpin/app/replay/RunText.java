package dev.linchpin.app.replay;

import dev.linchpin.replay.ReplayProgress;
import dev.linchpin.wire.ReplayRequested;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** What commands print of a run. */
final class RunText {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunText() {}

  /** The name of a run that has none. */
  static String nameOf(Instant time) {
    return NAME.format(time);
  }

  static String end(ReplayRequested run, ReplayProgress end) {
    return run.run() + ": " + ProgressLine.counts(end);
  }

  static String details(ReplayRequested run, ReplayProgress progress, boolean atWork) {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add("run       " + run.run() + ", " + state(run, progress, atWork));
    lines.add("asked     " + run.requestedAt());
    lines.add("probes    " + String.join(", ", run.probes()));
    lines.add("pace      " + pace(run));
    run.model().ifPresent(model -> lines.add("model     " + model));
    run.fromTime().ifPresent(time -> lines.add("from      " + time));
    run.untilTime().ifPresent(time -> lines.add("until     " + time));
    if (!run.chains().isEmpty()) {
      lines.add("chains    " + String.join(", ", run.chains().stream().sorted().toList()));
    }
    run.ranges()
        .forEach(
            range ->
                lines.add(
                    "partition "
                        + range.partition()
                        + ": "
                        + range.from()
                        + " to "
                        + (range.until().isPresent() ? range.until().getAsLong() : "the live end")
                        + (range.missing() > 0
                            ? ", " + range.missing() + " before that are deleted"
                            : "")));
    lines.add("counts    " + ProgressLine.counts(progress));
    return lines.toString();
  }

  static Map<String, Object> json(ReplayRequested run, ReplayProgress progress) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run.run());
    json.put("requestedAt", run.requestedAt().toString());
    json.put("probes", run.probes());
    json.put("read", progress.read());
    json.put("scored", progress.scored());
    json.put("deadLettered", progress.deadLettered());
    json.put("skipped", progress.skipped());
    json.put("missing", progress.missing());
    json.put(
        "remaining", progress.remaining().isPresent() ? progress.remaining().getAsLong() : null);
    json.put("paused", run.paused());
    return json;
  }

  static String state(ReplayRequested run, ReplayProgress progress, boolean atWork) {
    if (run.paused()) {
      return "paused";
    }
    if (atWork) {
      return "at work";
    }
    return progress.remaining().orElse(1) == 0 ? "done" : "stopped";
  }

  private static String pace(ReplayRequested run) {
    return run.paceFactor().isPresent()
        ? run.paceFactor().getAsDouble() + " times the original"
        : "as fast as possible";
  }
}
