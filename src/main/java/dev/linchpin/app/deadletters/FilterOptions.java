package dev.linchpin.app.deadletters;

import dev.linchpin.app.cluster.InstantConverter;
import dev.linchpin.deadletters.LetterFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say which dead letters are meant. */
final class FilterOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only letters of this reason, for example UNKNOWN_SCHEMA; can be repeated.")
  private List<String> reasons = List.of();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only records that came from this topic (its full name).")
  private Optional<String> topic = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description =
          "Only records whose own timestamp is this or later, such as 2026-11-22T10:15:30Z.")
  private Optional<Instant> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "Only records whose own timestamp is earlier than this.")
  private Optional<Instant> until = Optional.empty();

  @Option(names = "--chain", paramLabel = "ID", description = "Only records with this key.")
  private Optional<String> chain = Optional.empty();

  /** Whether any was given. */
  boolean isGiven() {
    return !reasons.isEmpty()
        || topic.isPresent()
        || since.isPresent()
        || until.isPresent()
        || chain.isPresent();
  }

  LetterFilter filter() {
    try {
      return new LetterFilter(Set.copyOf(reasons), topic, since, until, chain);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--until: " + e.getMessage());
    }
  }
}
