package dev.linchpin.app.deadletters;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.deadletters.Letter;
import dev.linchpin.deadletters.LetterBox;
import dev.linchpin.deadletters.LetterFilter;
import dev.linchpin.deadletters.Redeliveries;
import dev.linchpin.wire.Cluster;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description =
        "Prints the dead letters, a line each, by partition and offset, and how many there are of"
            + " each reason. ATTEMPTS: how often the record had been put back before it became"
            + " this letter. REPLAYED: how often since.")
final class LettersListCommand extends LettersCommand {
  @Mixin private FilterOptions options;

  @Option(names = "--json", description = "Print one JSON object a line; the last is the summary.")
  private boolean json;

  private LetterFilter filter;

  @Override
  protected void check() {
    filter = options.filter();
  }

  @Override
  protected int work(Cluster where) {
    Map<String, Long> byReason = new TreeMap<>();
    try (LetterBox box = new LetterBox(where)) {
      Redeliveries redeliveries = box.redeliveries();
      if (!json) {
        say(LetterLine.heading());
      }
      box.read(
          filter,
          letter -> {
            byReason.merge(letter.cause().reason(), 1L, Long::sum);
            print(letter, redeliveries);
          });
    }
    conclude(byReason);
    return 0;
  }

  private void print(Letter letter, Redeliveries redeliveries) {
    LetterLine line = new LetterLine(letter, redeliveries.times(letter));
    say(json ? JsonLine.of(line.json()) : line.text());
  }

  private void conclude(Map<String, Long> byReason) {
    long letters = byReason.values().stream().mapToLong(Long::longValue).sum();
    if (json) {
      Map<String, Object> summary = new LinkedHashMap<>();
      summary.put("type", "summary");
      summary.put("letters", letters);
      summary.put("byReason", byReason);
      say(JsonLine.of(summary));
      return;
    }
    say("%d %s".formatted(letters, letters == 1 ? "letter" : "letters"));
    byReason.forEach(
        (reason, count) -> say("  %-24s %d".formatted(LetterText.oneLine(reason), count)));
  }
}
