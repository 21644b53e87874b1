package dev.linchpin.app.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that name chains. */
public final class ChainOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--chain", paramLabel = "ID", description = "This chain; may be given again.")
  private List<String> chains = List.of();

  @Option(
      names = "--chains",
      paramLabel = "FILE",
      description = "The chains of this file, one id a line.")
  private Optional<Path> file = Optional.empty();

  /** Ids of the chains that are named; none where no option is given. */
  public Set<String> ids() {
    Set<String> ids = new TreeSet<>(chains);
    file.ifPresent(path -> ids.addAll(lines(path)));
    return ids;
  }

  private List<String> lines(Path path) {
    List<String> ids;
    try (Stream<String> lines = Files.lines(path)) {
      ids = lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException | UncheckedIOException e) {
      throw wrong("--chains: expected a readable file, got " + path);
    }
    if (ids.isEmpty()) {
      throw wrong("--chains: expected one id a line, got none in " + path);
    }
    return ids;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
