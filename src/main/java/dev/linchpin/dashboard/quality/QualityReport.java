package dev.linchpin.dashboard.quality;

import static java.util.Comparator.comparing;

import dev.linchpin.catalogue.ProbeHead;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How good the probes are.
 *
 * @param probes those that were evaluated, and those in use, by model, version and name
 * @param promotions present and former champions, newest first
 */
public record QualityReport(List<ProbeQuality> probes, List<Promotion> promotions) {
  private static final Comparator<ProbeId> LISTED =
      comparing(ProbeId::model).thenComparing(ProbeId::version).thenComparing(ProbeId::name);

  public QualityReport {
    probes = List.copyOf(probes);
    promotions = List.copyOf(promotions);
  }

  /**
   * The report.
   *
   * @param model only this one's probes; empty for all
   */
  static QualityReport of(ProbeHeads heads, EvaluationBook book, Optional<String> model) {
    return new QualityReport(
        Stream.concat(book.probes().stream(), inUse(heads))
            .distinct()
            .filter(id -> model.isEmpty() || model.get().equals(id.model()))
            .sorted(LISTED)
            .map(id -> ProbeQuality.of(id, heads.find(id).map(ProbeHead::status), book))
            .toList(),
        heads.all().stream()
            .filter(head -> model.isEmpty() || model.get().equals(head.id().model()))
            .flatMap(head -> Promotion.of(head).stream())
            .sorted(comparing(Promotion::championSince).reversed())
            .toList());
  }

  private static Stream<ProbeId> inUse(ProbeHeads heads) {
    return heads.all().stream()
        .filter(head -> head.status() != ProbeStatus.RETIRED)
        .map(ProbeHead::id);
  }
}
