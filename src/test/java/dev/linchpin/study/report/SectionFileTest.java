package dev.linchpin.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SectionFileTest {
  @TempDir private Path folder;

  static Stream<Section> sections() {
    return Stream.of(Examples.probes(), Examples.layers());
  }

  @ParameterizedTest
  @MethodSource("sections")
  void shouldReadBackWhatItWrote(Section section) throws IOException {
    // Given
    Path file = folder.resolve("sections").resolve("section.json");

    // When
    SectionFile.write(file, section);

    // Then
    assertThat(SectionFile.read(file)).isEqualTo(section);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "{\"key\":", "[1]", "{\"key\":\"a\",\"unknown\":1}"})
  void shouldNameABrokenFile(String content) throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("broken.json"), content);

    // Then
    assertThatThrownBy(() -> SectionFile.read(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("expected a Section in " + file + ": ");
  }

  @Test
  void shouldNameAFileThatEndsEarly() throws IOException {
    // Given
    Path file = folder.resolve("half.json");
    SectionFile.write(file, Examples.probes());
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));

    // Then
    assertThatThrownBy(() -> SectionFile.read(file)).hasMessageContaining(file.toString());
  }

  @Test
  void shouldNameAFileThatIsNotThere() {
    assertThatThrownBy(() -> SectionFile.read(folder.resolve("none.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.json");
  }
}
