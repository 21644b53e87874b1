package dev.linchpin.app.deadletters;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.deadletters.LetterFilter;
import dev.linchpin.deadletters.LetterId;
import dev.linchpin.deadletters.LetterSelection;
import dev.linchpin.deadletters.Outcome;
import dev.linchpin.deadletters.Redeliverer;
import dev.linchpin.deadletters.ReplayCounts;
import dev.linchpin.wire.Cluster;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "replay",
    description =
        "Puts the records of dead letters back on the topics that they came from, as they were, with"
            + " their own timestamps (from which retention counts), and says in headers that they"
            + " are redeliveries. What was put back before is left alone unless --again is given.",
    exitCodeList = {
      "0:all that was selected is put back, or was before",
      "1:something was refused, nothing is so named or meets the filters, or the cluster does not"
          + " answer",
      "2:usage"
    })
final class LettersReplayCommand extends LettersCommand {
  private static final int REFUSED = 1;

  @Parameters(
      arity = "0..*",
      paramLabel = "P:O",
      converter = LetterIdConverter.class,
      description = "Letters, as 'linchpin dead-letters list' prints them.")
  private List<LetterId> ids = List.of();

  @Mixin private FilterOptions options;

  @Option(names = "--all", description = "All letters.")
  private boolean all;

  @Option(names = "--again", description = "Also what was put back before.")
  private boolean again;

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON object a line; the last is the summary.")
  private boolean json;

  private LetterSelection selection;

  @Override
  protected void check() {
    long ways = Stream.of(!ids.isEmpty(), options.isGiven(), all).filter(given -> given).count();
    if (ways != 1) {
      throw wrong(
          "expected either letters (P:O), or filters, or --all, got "
              + (ways == 0 ? "none of them" : "more than one of them"));
    }
    LetterFilter filter = options.filter();
    selection = ids.isEmpty() ? new LetterSelection.Matching(filter) : new LetterSelection.Ids(ids);
  }

  @Override
  protected int work(Cluster where) {
    Redeliverer redeliverer = new Redeliverer(where, again, Clock.systemUTC());
    ReplayCounts counts =
        dryRun ? redeliverer.plan(selection, this::print) : redeliverer.run(selection, this::print);
    if (counts.selected() == 0 && !all) {
      return refuse("no letter meets the filters; 'linchpin dead-letters list' shows all");
    }
    say(json ? JsonLine.of(json(counts)) : text(counts));
    return counts.refused() == 0 ? 0 : REFUSED;
  }

  private void print(Outcome outcome) {
    OutcomeLine line = new OutcomeLine(outcome);
    say(json ? JsonLine.of(line.json()) : line.text());
  }

  private String text(ReplayCounts counts) {
    return "%d selected: %d %s, %d already redelivered, %d refused%s"
        .formatted(
            counts.selected(),
            counts.redelivered(),
            dryRun ? "would be redelivered" : "redelivered",
            counts.already(),
            counts.refused(),
            reasons(counts));
  }

  private static String reasons(ReplayCounts counts) {
    return counts.refused() == 0
        ? ""
        : counts.refusedByReason().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private Map<String, Object> json(ReplayCounts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "summary");
    json.put("dryRun", dryRun);
    json.put("selected", counts.selected());
    json.put("redelivered", counts.redelivered());
    json.put("already", counts.already());
    json.put("refused", counts.refused());
    json.put("refusedByReason", counts.refusedByReason());
    return json;
  }
}
