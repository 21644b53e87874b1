package dev.linchpin.study.finding;

import dev.linchpin.study.Dossier;
import dev.linchpin.study.Subject;
import java.util.List;

/**
 * What findings are made of.
 *
 * @param name of the model, short and unique in the study
 * @param subject the model, to be asked more
 * @param dossiers its chains
 * @param settings of the study
 */
public record Material(
    String name, Subject subject, List<Dossier> dossiers, StudySettings settings) {
  public Material {
    dossiers = List.copyOf(dossiers);
  }

  /** Steps with a label, in the order of chains and steps. */
  List<Sample> samples() {
    return Sample.of(dossiers, settings.labels());
  }
}
