package dev.linchpin.study.report;

import java.nio.file.Path;

/** A finished section as a file, so that an interrupted study goes on from there. */
public final class SectionFile {
  private SectionFile() {}

  /** Writes the file at once as a whole. */
  public static void write(Path file, Section section) {
    WholeFile.write(file, ReportJson.text(section));
  }

  /**
   * Reads what was written.
   *
   * @throws java.io.UncheckedIOException if the file cannot be read or holds no section
   */
  public static Section read(Path file) {
    return ReportJson.read(file, Section.class);
  }
}
