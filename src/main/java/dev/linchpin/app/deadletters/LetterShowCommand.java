package dev.linchpin.app.deadletters;

import dev.linchpin.app.cluster.ClaimStoreOption;
import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.deadletters.Letter;
import dev.linchpin.deadletters.LetterBox;
import dev.linchpin.deadletters.LetterId;
import dev.linchpin.deadletters.Reading;
import dev.linchpin.wire.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description =
        "Prints all of one dead letter: its headers, its first bytes, and what the decoder makes of"
            + " it now, so that one sees whether a fix helped.")
final class LetterShowCommand extends LettersCommand {
  private static final int MOST_BYTES = 1 << 16;

  @Parameters(
      paramLabel = "P:O",
      converter = LetterIdConverter.class,
      description = "The letter's partition and offset, as 'linchpin dead-letters list' prints it.")
  private LetterId id;

  @Mixin private ClaimStoreOption claimStore;

  @Option(
      names = "--bytes",
      paramLabel = "N",
      description =
          "How many of the first bytes are shown, from 0 to 65536 (default ${DEFAULT-VALUE}).")
  private int bytes = 256;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the record's value to this file, which must not be there.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  protected void check() {
    if (bytes < 0 || bytes > MOST_BYTES) {
      throw wrong("--bytes: expected 0 to " + MOST_BYTES + ", got " + bytes);
    }
    if (file.filter(Files::exists).isPresent()) {
      throw wrong("--out: expected a file that is not there, got " + file.get());
    }
  }

  @Override
  protected Map<String, Object> settings(Map<String, Object> client) {
    return claimStore.addTo(client);
  }

  @Override
  protected int work(Cluster where) {
    try (LetterBox box = new LetterBox(where)) {
      Optional<Letter> letter = box.find(id);
      if (letter.isEmpty()) {
        return refuse(
            "there is no letter %s in %s, or no longer"
                .formatted(id, where.topics().deadLetters().name()));
      }
      if (file.isPresent() && letter.get().value() == null) {
        return refuse("letter " + id + " has no value to write");
      }
      file.ifPresent(path -> write(letter.get(), path));
      LetterDetails details =
          LetterDetails.of(
              letter.get(), box.redeliveries(), Reading.of(letter.get(), where), bytes);
      say(json ? JsonLine.of(details.json()) : details.text());
      return 0;
    }
  }

  private static void write(Letter letter, Path path) {
    try {
      Files.write(path, letter.value(), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the value to " + path + ": " + e, e);
    }
  }
}
