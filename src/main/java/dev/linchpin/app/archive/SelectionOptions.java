package dev.linchpin.app.archive;

import dev.linchpin.app.cluster.ChainOptions;
import dev.linchpin.app.cluster.InstantConverter;
import dev.linchpin.archive.Selection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say which chains; all of them where none is given. */
final class SelectionOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Mixin private ChainOptions chains;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "Chains that started at this time or later, such as 2026-11-22T10:00:00Z.")
  private Optional<Instant> from = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "Chains that started before this time.")
  private Optional<Instant> until = Optional.empty();

  @Option(names = "--model", paramLabel = "NAME", description = "Chains of this model.")
  private Optional<String> model = Optional.empty();

  Selection selection() {
    Set<String> ids = chains.ids();
    boolean byStart = from.isPresent() || until.isPresent() || model.isPresent();
    if (!ids.isEmpty() && byStart) {
      throw wrong("expected chains by id, or by --from, --until and --model; got both");
    }
    if (!ids.isEmpty()) {
      return new Selection.ByIds(ids);
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

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
