package dev.linchpin.replay;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.ProbeHead;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import java.util.List;
import java.util.Optional;

/** Which probes a run's steps go through. */
public sealed interface ProbeChoice {

  /** The champion of every model at the moment at which the run is asked for. */
  record Running() implements ProbeChoice {}

  /**
   * One that is published, in whatever part.
   *
   * @param key {@code model/name/version}
   */
  record Pinned(String key) implements ProbeChoice {}

  /** One that the cluster does not know. */
  record Candidate(ProbeRelease release) implements ProbeChoice {}

  /**
   * The probes, each as a champion, so that it flags.
   *
   * @param model champions of this model only; empty for all models
   */
  default List<ProbeRelease> releases(ProbeCatalogue catalogue, Optional<String> model) {
    if (this instanceof Candidate candidate) {
      return List.of(flagging(candidate.release()));
    }
    ProbeHeads published = catalogue.read();
    List<ProbeHead> chosen =
        this instanceof Pinned pinned
            ? List.of(published.get(pinned.key()))
            : champions(published, model);
    return chosen.stream().map(catalogue::release).map(ProbeChoice::flagging).toList();
  }

  private static List<ProbeHead> champions(ProbeHeads published, Optional<String> model) {
    List<ProbeHead> champions =
        published.all().stream()
            .map(head -> head.id().model())
            .distinct()
            .filter(name -> model.isEmpty() || model.get().equals(name))
            .map(published::champion)
            .flatMap(Optional::stream)
            .toList();
    if (champions.isEmpty()) {
      throw new RefusedReplayException(
          "expected a champion%s, got none; published are %s"
              .formatted(
                  model.map(name -> " of " + name).orElse(""),
                  published.all().stream().map(head -> head.id().key()).toList()));
    }
    return champions;
  }

  private static ProbeRelease flagging(ProbeRelease release) {
    ProbeLifecycle life = release.lifecycle();
    return release.promoted(life.championSince().orElse(life.trainedAt()));
  }
}
