package dev.linchpin.catalogue;

import static java.util.Comparator.comparing;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The published probes at one moment, and what follows from them. Versions are counted by model,
 * whatever the probes' names.
 *
 * @param all by model, version and name
 */
public record ProbeHeads(List<ProbeHead> all) {
  // The order of the monitors: among champions the one promoted last flags.
  private static final Comparator<ProbeHead> FLAGGING =
      comparing(ProbeHead::since)
          .thenComparing(head -> head.id().version())
          .thenComparing(head -> head.id().name());

  private static final Comparator<ProbeHead> LISTED =
      comparing((ProbeHead head) -> head.id().model())
          .thenComparing(head -> head.id().version())
          .thenComparing(head -> head.id().name());

  public ProbeHeads {
    all = all.stream().sorted(LISTED).toList();
  }

  /** The probes of a model, by version. */
  public List<ProbeHead> of(String model) {
    return all.stream().filter(head -> head.id().model().equals(model)).toList();
  }

  /** The probe that flags a model's steps. */
  public Optional<ProbeHead> champion(String model) {
    return champions(model).stream().max(FLAGGING);
  }

  /** All champions of a model: between two records of a promotion there are two. */
  public List<ProbeHead> champions(String model) {
    return with(model, ProbeStatus.CHAMPION);
  }

  /** Those that score in the shadow, by version. */
  public List<ProbeHead> challengers(String model) {
    return with(model, ProbeStatus.CHALLENGER);
  }

  /** The version of the next probe of a model, from 1. */
  public int nextVersion(String model) {
    return 1 + of(model).stream().mapToInt(head -> head.id().version()).max().orElse(0);
  }

  /**
   * A probe.
   *
   * @throws RefusedChangeException if it was not published
   */
  public ProbeHead get(ProbeId id) {
    return find(id)
        .orElseThrow(
            () ->
                new RefusedChangeException(
                    "expected a published probe, got %s; versions of %s: %s"
                        .formatted(id.key(), id.model(), versions(id.model()))));
  }

  /**
   * The probe with a key of the topic, {@code model/name/version}.
   *
   * @throws RefusedChangeException if it was not published
   */
  public ProbeHead get(String key) {
    return all.stream()
        .filter(head -> head.id().key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedChangeException(
                    "expected a published probe, got %s; there are %s"
                        .formatted(key, all.stream().map(head -> head.id().key()).toList())));
  }

  /** What a new probe is called: as it is, or the next version where its model has that one. */
  public ProbeId freeOrNext(ProbeId wish) {
    return isTaken(wish) ? new ProbeId(wish.model(), wish.name(), nextVersion(wish.model())) : wish;
  }

  /**
   * What a new probe is called: as it is.
   *
   * @throws RefusedChangeException if its model has a probe of that version
   */
  public ProbeId free(ProbeId wish) {
    if (isTaken(wish)) {
      throw new RefusedChangeException(
          "expected a version that is free, got %d; versions of %s: %s"
              .formatted(wish.version(), wish.model(), versions(wish.model())));
    }
    return wish;
  }

  /** A probe, if it was published. */
  public Optional<ProbeHead> find(ProbeId id) {
    return all.stream().filter(head -> head.id().equals(id)).findFirst();
  }

  /**
   * The probe of a model with a version.
   *
   * @throws RefusedChangeException if there is none, or several by different names
   */
  public ProbeHead version(String model, int version) {
    List<ProbeHead> found = of(model).stream().filter(h -> h.id().version() == version).toList();
    if (found.size() != 1) {
      throw new RefusedChangeException(
          "expected one version %d of a probe for %s, got %d; versions: %s"
              .formatted(version, model, found.size(), versions(model)));
    }
    return found.get(0);
  }

  /**
   * The champion before the present one: the retired probe with the latest time as champion that is
   * before the present champion's.
   *
   * @throws RefusedChangeException if there is none
   */
  public ProbeHead rollbackTarget(String model) {
    Instant until = champion(model).map(ProbeHead::since).orElse(Instant.MAX);
    return with(model, ProbeStatus.RETIRED).stream()
        .filter(head -> head.lifecycle().championSince().isPresent())
        .filter(head -> head.since().isBefore(until))
        .max(FLAGGING)
        .orElseThrow(
            () ->
                new RefusedChangeException(
                    "expected a retired former champion of %s to roll back to, got none among %s"
                        .formatted(model, versions(model))));
  }

  /**
   * When a champion that is promoted now begins: later than all before it, however clocks differ.
   */
  Instant nextReign(String model, InstantSource clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return champions(model).stream()
        .map(head -> head.since().plus(1, ChronoUnit.MICROS))
        .filter(now::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  private boolean isTaken(ProbeId wish) {
    return of(wish.model()).stream().anyMatch(head -> head.id().version() == wish.version());
  }

  private List<ProbeHead> with(String model, ProbeStatus status) {
    return of(model).stream().filter(head -> head.status() == status).toList();
  }

  private List<String> versions(String model) {
    return of(model).stream().map(h -> h.id().name() + "/" + h.id().version()).toList();
  }
}
