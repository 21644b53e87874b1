package dev.linchpin.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the reasoner that ships with Linchpin lies: {@code models/reasoner} beside the program or
 * in a folder above it, or in the working directory.
 */
final class BundledModel {

  private static final Path PLACE = Path.of("models", "reasoner");

  private BundledModel() {}

  /** The model's folder, if it is there. */
  static Optional<Path> find() {
    String program = System.getProperty("java.class.path").split(File.pathSeparator, -1)[0];
    return find(Path.of(program).toAbsolutePath(), Path.of(""));
  }

  static Optional<Path> find(Path program, Path workingDirectory) {
    return Stream.concat(
            Stream.iterate(program, Path::getParent).takeWhile(Objects::nonNull),
            Stream.of(workingDirectory))
        .map(folder -> folder.resolve(PLACE))
        .filter(folder -> Files.isRegularFile(folder.resolve("config.json")))
        .findFirst();
  }
}
