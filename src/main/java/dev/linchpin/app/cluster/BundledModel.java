package dev.linchpin.app.cluster;

import dev.linchpin.reasoner.BundledReasoner;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the reasoners that ship with Linchpin lie: in {@code models} beside the program or in a
 * folder above it, or in the working directory.
 */
public final class BundledModel {

  private BundledModel() {}

  /** The folder of the demonstration's model, if it is there. */
  public static Optional<Path> find() {
    return find(BundledReasoner.QWEN2);
  }

  /** A model's folder, if it is there. */
  public static Optional<Path> find(BundledReasoner reasoner) {
    String program = System.getProperty("java.class.path").split(File.pathSeparator, -1)[0];
    return find(reasoner, Path.of(program).toAbsolutePath(), Path.of(""));
  }

  static Optional<Path> find(BundledReasoner reasoner, Path program, Path workingDirectory) {
    Path place = Path.of("models", reasoner.folder());
    return Stream.concat(
            Stream.iterate(program, Path::getParent).takeWhile(Objects::nonNull),
            Stream.of(workingDirectory))
        .map(folder -> folder.resolve(place))
        .filter(folder -> Files.isRegularFile(folder.resolve("config.json")))
        .findFirst();
  }
}
