package dev.linchpin.app.probe;

import dev.linchpin.catalogue.ProbeHead;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a change of a model's probes made of them. */
final class ProbeChanges {
  private ProbeChanges() {}

  /** A line for each probe that is not what it was, and one when nothing flags any more. */
  static List<String> lines(String model, ProbeHeads before, ProbeHeads after) {
    Stream<String> changes =
        after.of(model).stream()
            .filter(head -> !life(head.id(), before).equals(Optional.of(head.lifecycle())))
            .map(head -> line(head, life(head.id(), before)));
    Stream<String> warning =
        after.champion(model).isPresent()
            ? Stream.empty()
            : Stream.of(model + " has no champion: none of its steps is flagged");
    List<String> lines = Stream.concat(changes, warning).toList();
    return lines.isEmpty() ? List.of("nothing changed") : lines;
  }

  private static Optional<ProbeLifecycle> life(ProbeId id, ProbeHeads heads) {
    return heads.find(id).map(ProbeHead::lifecycle);
  }

  private static String line(ProbeHead head, Optional<ProbeLifecycle> before) {
    String was = before.map(life -> life.status().name()).orElse("new");
    String since =
        head.status() == ProbeStatus.CHAMPION
            ? head.lifecycle().championSince().map(time -> " since " + time).orElse("")
            : "";
    return "%s: %s -> %s%s".formatted(head.id().key(), was, head.status(), since);
  }
}
