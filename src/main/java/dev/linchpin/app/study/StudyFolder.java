package dev.linchpin.app.study;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.study.report.Section;
import dev.linchpin.study.report.SectionFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Where a study is written, and what is kept beside it so that it goes on after an interruption:
 * the settings, a dossier of every chain, and the section of every finding and model.
 */
final class StudyFolder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  StudyFolder(Path folder) {
    this.folder = folder;
  }

  Path path() {
    return folder;
  }

  /**
   * Keeps the settings, or sees that they are those of the study that lies there.
   *
   * @throws IllegalArgumentException if it is another study
   */
  void claim(Map<String, String> settings) {
    Path file = folder.resolve("work").resolve("settings.json");
    try {
      if (Files.exists(file)) {
        Map<String, String> there = JSON.readValue(file.toFile(), new TypeReference<>() {});
        require(there, settings);
      } else {
        Files.createDirectories(file.getParent());
        Path partial = file.resolveSibling("settings.json.partial");
        JSON.writerWithDefaultPrettyPrinter().writeValue(partial.toFile(), new TreeMap<>(settings));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the study's settings in " + file, e);
    }
  }

  private void require(Map<String, String> there, Map<String, String> settings) {
    if (!there.equals(settings)) {
      Map<String, String> differing = new TreeMap<>(settings);
      differing.entrySet().removeAll(there.entrySet());
      throw new IllegalArgumentException(
          "%s holds another study: expected %s, got %s; choose another folder or delete it"
              .formatted(folder, there, differing));
    }
  }

  /** The folder of a model's dossiers. */
  Path dossiers(String model) {
    return folder.resolve("work").resolve(model);
  }

  /** A section that lies there, or else is made and kept. */
  Section section(String finding, String model, Supplier<Section> made) {
    Path file = folder.resolve("work").resolve(model).resolve(finding + ".json");
    if (Files.exists(file)) {
      return SectionFile.read(file);
    }
    Section section = made.get();
    SectionFile.write(file, section);
    return section;
  }
}
