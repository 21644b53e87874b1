package dev.linchpin.app.archive;

import dev.linchpin.archive.ArchiveContents;
import dev.linchpin.archive.ArchiveContents.TopicContents;
import dev.linchpin.archive.ArchiveHeader;
import dev.linchpin.archive.ArchiveHeader.SourceTopic;
import dev.linchpin.archive.ChainPieces;
import dev.linchpin.archive.Completeness;
import dev.linchpin.archive.ImportReport;
import dev.linchpin.archive.ImportReport.TopicImport;
import dev.linchpin.archive.Losses;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Results in text. A list is cut after {@value #MOST_LISTED} lines; JSON has all. */
final class ArchiveText {
  private static final int MOST_LISTED = 20;

  private static final String EXPORT_ROW = "%-24s %10s %10s";
  private static final String CONTENTS_ROW = EXPORT_ROW + "  %-24s  %-24s";
  private static final String IMPORT_ROW = "%-24s %10s %10s %10s %10s %10s %10s  %s";

  private ArchiveText() {}

  static String exported(Path file, ArchiveHeader header) {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add("wrote " + file);
    lines.add(EXPORT_ROW.formatted("TOPIC", "PARTITIONS", "RECORDS"));
    for (SourceTopic topic : header.topics()) {
      lines.add(EXPORT_ROW.formatted(topic.name(), topic.partitions(), topic.records()));
    }
    lines.add(
        EXPORT_ROW.formatted(
            "all", "", header.topics().stream().mapToLong(SourceTopic::records).sum()));
    addMissing(header, lines);
    return lines.toString();
  }

  static String described(Path file, ArchiveContents contents) {
    ArchiveHeader header = contents.header();
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add(
        "%s: format %d, written %s, %s"
            .formatted(file, header.version(), header.createdAt(), selection(header)));
    lines.add(CONTENTS_ROW.formatted("TOPIC", "PARTITIONS", "RECORDS", "OLDEST", "NEWEST").strip());
    contents.topics().forEach(topic -> lines.add(row(topic).stripTrailing()));
    header
        .schemas()
        .forEach(s -> lines.add("schema %d of %s: %s".formatted(s.id(), s.topic(), s.subject())));
    addMissing(header, lines);
    return lines.toString();
  }

  static String imported(Path file, ImportReport report) {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add("read " + file);
    lines.add(
        IMPORT_ROW.formatted(
            "TOPIC",
            "RECORDS",
            "PRESENT",
            "IDENTICAL",
            "RENUMBERED",
            "READDRESSED",
            "LEFT OUT",
            "NOTES"));
    report.topics().forEach(topic -> lines.add(row(topic).stripTrailing()));
    lines.add(all(report).stripTrailing());
    lines.add(
        "%d of %d schemas have another id in the target"
            .formatted(report.renumberedSchemas(), report.schemas()));
    addCount(report.claimsStored(), "objects written to the claim store", lines);
    addCount(report.claimsOutside(), "records claim an object that is not in the archive", lines);
    addCount(
        report.scoresWithoutActivations(),
        "scores whose activations are not in the archive: their address was kept and means nothing"
            + " here",
        lines);
    addCount(
        report.labelsWithoutActivations(),
        "labels whose activations are not in the archive",
        lines);
    addCount(report.unreadable(), "scores and labels that cannot be decoded, as they are", lines);
    return lines.toString();
  }

  private static String selection(ArchiveHeader header) {
    return header.selection().isEmpty()
        ? "everything"
        : "selected by " + new TreeMap<>(header.selection());
  }

  private static String row(TopicContents topic) {
    return CONTENTS_ROW.formatted(
        topic.name(),
        topic.partitions(),
        topic.records(),
        topic.records() == 0 ? "" : Instant.ofEpochMilli(topic.oldestMs()),
        topic.records() == 0 ? "" : Instant.ofEpochMilli(topic.newestMs()));
  }

  private static String row(TopicImport topic) {
    return IMPORT_ROW.formatted(
        topic.name(),
        topic.records(),
        topic.present(),
        topic.identical(),
        topic.renumbered(),
        topic.readdressed(),
        topic.leftOut(),
        notes(topic));
  }

  private static String notes(TopicImport topic) {
    StringJoiner notes = new StringJoiner("; ");
    if (topic.partitions() != topic.sourcePartitions()) {
      notes.add(
          "%d partitions became %d: records lie where their keys say"
              .formatted(topic.sourcePartitions(), topic.partitions()));
    }
    if (topic.timeSetByBroker()) {
      notes.add("time is the broker's");
    }
    return notes.toString();
  }

  private static String all(ImportReport report) {
    return IMPORT_ROW.formatted(
        "all",
        sum(report, TopicImport::records),
        sum(report, TopicImport::present),
        sum(report, TopicImport::identical),
        sum(report, TopicImport::renumbered),
        sum(report, TopicImport::readdressed),
        sum(report, TopicImport::leftOut),
        "");
  }

  private static long sum(ImportReport report, ToLongFunction<TopicImport> figure) {
    return report.topics().stream().mapToLong(figure).sum();
  }

  private static void addMissing(ArchiveHeader header, StringJoiner lines) {
    Completeness found = header.completeness();
    lines.add(
        "%d chains, %d with their start, %d with their end"
            .formatted(found.chains(), found.started(), found.finished()));
    lines.add(
        "%d steps expected; %d found, %d with activations, %d with scores, %d with labels"
            .formatted(
                found.expectedSteps(),
                found.steps(),
                found.activations(),
                found.scores(),
                found.labels()));
    addList(
        "chains of which something is missing (retention?)",
        found.incomplete().stream().map(ChainPieces::describe).toList(),
        lines);
    addList("chains that are not there at all", found.absent(), lines);
    addCount(
        found.unplaced(), "chains without a start could not be looked at by time or model", lines);
    addLosses(header.losses(), lines);
  }

  private static void addLosses(Losses losses, StringJoiner lines) {
    addCount(losses.undecodable(), "records cannot be decoded, they are there as they are", lines);
    addCount(losses.withoutSchema(), "records have no schema that the registry knows", lines);
    addCount(losses.claimsIncluded(), "objects of the claim store are included", lines);
    addCount(losses.claimsOutside(), "records claim an object that is not in the archive", lines);
    addCount(
        losses.scoresWithoutActivations(),
        "scores whose activations are not in the archive",
        lines);
    addCount(
        losses.labelsWithoutActivations(),
        "labels whose activations are not in the archive",
        lines);
  }

  private static void addList(String title, List<String> items, StringJoiner lines) {
    addCount(items.size(), title, lines);
    items.stream().limit(MOST_LISTED).forEach(item -> lines.add("  " + item));
    if (items.size() > MOST_LISTED) {
      lines.add("  and %d more (--json prints all)".formatted(items.size() - MOST_LISTED));
    }
  }

  private static void addCount(long count, String what, StringJoiner lines) {
    if (count > 0) {
      lines.add(count + " " + what);
    }
  }
}
