package dev.linchpin.app.archive;

import dev.linchpin.archive.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

/** Options that say which chains; all of them where none is given. */
final class SelectionOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--chain", paramLabel = "ID", description = "This chain; may be given again.")
  private List<String> chains = List.of();

  @Option(
      names = "--chains",
      paramLabel = "FILE",
      description = "The chains of this file, one id a line.")
  private Optional<Path> chainsFile = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Chains that started at this time or later, such as 2026-11-22T10:00:00Z.")
  private Optional<Instant> from = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Chains that started before this time.")
  private Optional<Instant> until = Optional.empty();

  @Option(names = "--model", paramLabel = "NAME", description = "Chains of this model.")
  private Optional<String> model = Optional.empty();

  Selection selection() {
    boolean byIds = !chains.isEmpty() || chainsFile.isPresent();
    boolean byStart = from.isPresent() || until.isPresent() || model.isPresent();
    if (byIds && byStart) {
      throw wrong("expected chains by id, or by --from, --until and --model; got both");
    }
    if (byIds) {
      return new Selection.ByIds(ids());
    }
    return byStart ? byStart() : new Selection.Everything();
  }

  private Selection byStart() {
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw wrong(
          "expected --from before --until, got %s and %s".formatted(from.get(), until.get()));
    }
    return new Selection.ByStart(from, until, model);
  }

  private Set<String> ids() {
    Set<String> ids = new TreeSet<>(chains);
    chainsFile.ifPresent(file -> ids.addAll(lines(file)));
    return ids;
  }

  private List<String> lines(Path file) {
    List<String> ids;
    try (Stream<String> lines = Files.lines(file)) {
      ids = lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException | UncheckedIOException e) {
      throw wrong("--chains: expected a readable file, got " + file);
    }
    if (ids.isEmpty()) {
      throw wrong("--chains: expected one id a line, got none in " + file);
    }
    return ids;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
