package dev.linchpin.app.study;

import dev.linchpin.app.reasoner.Progress;
import dev.linchpin.study.Casework;
import dev.linchpin.study.Dossier;
import dev.linchpin.study.Problem;
import dev.linchpin.study.Subject;
import dev.linchpin.study.finding.Finding;
import dev.linchpin.study.finding.Findings;
import dev.linchpin.study.finding.Material;
import dev.linchpin.study.finding.StudySettings;
import dev.linchpin.study.finding.TooFewLabelsException;
import dev.linchpin.study.report.Report;
import dev.linchpin.study.report.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** From models and problems to a report; what was done before an interruption is not done again. */
final class StudyRun {
  private final StudyFolder folder;
  private final StudySettings settings;
  private final List<Problem> problems;
  private final Progress progress;

  /** A run on the first of these problems, as many as the settings say or there are. */
  StudyRun(StudyFolder folder, StudySettings settings, List<Problem> problems, Progress progress) {
    this.folder = folder;
    this.settings = settings;
    this.problems = problems.subList(0, Math.min(problems.size(), settings.chains()));
    this.progress = progress;
  }

  /**
   * Runs or goes on.
   *
   * @param command that makes the report again
   */
  Report run(List<StudiedModel> models, String command) {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    try {
      for (StudiedModel model : models) {
        Subject subject = Subject.load(model.folder(), model.asking());
        subjects.put(name(subject, subjects), subject);
      }
      Map<String, String> described = described(subjects, models);
      folder.claim(described);
      List<Section> sections = sections(materials(subjects));
      List<Section> all =
          new ArrayList<>(
              List.of(Headline.of(sections, subjects.keySet(), settings.standardUnits())));
      all.addAll(sections);
      return new Report(
          "What reasoning models know of their own steps",
          sections.stream().map(s -> s.title() + ": " + s.answer()).toList(),
          described,
          command,
          all);
    } finally {
      subjects.values().forEach(Subject::close);
    }
  }

  private static String name(Subject subject, Map<String, Subject> others) {
    String name =
        subject
            .model()
            .name()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^linchpin-", "")
            .replaceAll("[^a-z0-9]+", "-");
    if (others.containsKey(name)) {
      throw new IllegalArgumentException(
          "expected models of different names, got " + subject.model().name() + " twice");
    }
    return name;
  }

  private Map<String, String> described(Map<String, Subject> subjects, List<StudiedModel> models) {
    Map<String, String> described = new LinkedHashMap<>();
    described.put("linchpin", version());
    int i = 0;
    for (Map.Entry<String, Subject> subject : subjects.entrySet()) {
      described.put("model " + subject.getKey(), subject.getValue().model().fingerprint());
      described.put("asking " + subject.getKey(), models.get(i++).asking().inWords());
    }
    described.put("problems", Integer.toString(problems.size()));
    described.put("chains compared", Integer.toString(settings.compared()));
    described.put("hidden units", settings.hiddenUnits().toString());
    described.put("trainings", Integer.toString(settings.seeds()));
    described.put("labels", settings.labels().inWords());
    described.put("updates", Integer.toString(settings.updates()));
    described.put("seed", Long.toString(settings.seed()));
    return described;
  }

  private static String version() {
    return ConfigProvider.getConfig()
        .getOptionalValue("quarkus.application.version", String.class)
        .orElse("unknown");
  }

  private List<Material> materials(Map<String, Subject> subjects) {
    List<Material> materials = new ArrayList<>();
    subjects.forEach(
        (name, subject) -> {
          Casework casework =
              new Casework(
                  subject,
                  folder.dossiers(name),
                  new Casework.Plan(settings.ways(), settings.seed()));
          List<Dossier> dossiers =
              casework.dossiers(problems, progress.of(name + ", chains", problems.size()));
          materials.add(new Material(name, subject, dossiers, settings));
        });
    return materials;
  }

  private static Section about(Finding finding, Material material, List<Material> materials) {
    try {
      return finding.about(material, materials);
    } catch (TooFewLabelsException e) {
      return Section.unmeasured(
          finding.key(), material.name() + ": not measured, " + e.getMessage());
    }
  }

  private List<Section> sections(List<Material> materials) {
    List<Section> sections = new ArrayList<>();
    for (Finding finding : Findings.all()) {
      List<Section> parts = new ArrayList<>();
      for (Material material : materials) {
        progress.say(finding.key() + ", " + material.name());
        parts.add(
            folder.section(
                finding.key(), material.name(), () -> about(finding, material, materials)));
      }
      sections.add(Section.joined(parts));
    }
    return sections;
  }
}
