package dev.linchpin.study.finding;

import dev.linchpin.study.Dossier;
import dev.linchpin.study.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What findings about a model are made of. Probes that several of them need are trained once. */
public final class Material {
  private final String name;
  private final Subject subject;
  private final List<Dossier> dossiers;
  private final StudySettings settings;
  private final List<Sample> samples;
  private final Map<Training, List<ProbeRun>> trained = new HashMap<>();

  private record Training(Features features, Split split) {}

  /**
   * A model's material.
   *
   * @param name of the model, short and unique in the study
   * @param subject the model, to be asked more
   * @param dossiers its chains
   */
  public Material(String name, Subject subject, List<Dossier> dossiers, StudySettings settings) {
    this.name = name;
    this.subject = subject;
    this.dossiers = List.copyOf(dossiers);
    this.settings = settings;
    this.samples = Sample.of(dossiers, settings.labels());
  }

  /** Its name, unique in the study. */
  public String name() {
    return name;
  }

  Subject subject() {
    return subject;
  }

  List<Dossier> dossiers() {
    return dossiers;
  }

  StudySettings settings() {
    return settings;
  }

  /** Steps with a label, in the order of chains and steps. */
  List<Sample> samples() {
    return samples;
  }

  /** Standard classifiers on features, one a seed. */
  List<ProbeRun> standard(Features features, Split split) {
    return trained.computeIfAbsent(
        new Training(features, split),
        t -> ProbeRun.ofSeeds(this, features, settings.standard(), split));
  }

  /** The paper's standard probe on what the stream delivered, one a seed. */
  List<ProbeRun> probes() {
    return standard(Features.STREAMED, Split.BY_CHAIN);
  }
}
