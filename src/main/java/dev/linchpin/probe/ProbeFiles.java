package dev.linchpin.probe;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;

/**
 * A probe as a folder of two files: {@code probe.json}, the card, and {@code probe.safetensors},
 * the weights.
 */
public final class ProbeFiles {
  /** Name of the card: what the probe is, what it reads, how it judges. */
  public static final String CARD = "probe.json";

  /** Name of the weights: F32 tensors. */
  public static final String WEIGHTS = "probe.safetensors";

  private ProbeFiles() {}

  /** Writes both files; the folder is made if it does not exist. */
  public static void save(ProbeRelease release, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(WEIGHTS), ProbeTensors.of(release).write());
    Files.write(folder.resolve(CARD), ProbeCard.write(release));
  }

  /**
   * Passes when there is no probe in a folder that a new one would replace.
   *
   * @throws ProbeFileException naming the file that is there
   */
  public static void requireNone(Path folder) {
    for (String name : List.of(CARD, WEIGHTS)) {
      if (Files.exists(folder.resolve(name))) {
        throw new ProbeFileException("there is a probe already: " + folder.resolve(name));
      }
    }
  }

  /**
   * Reads the probe of a folder.
   *
   * @throws ProbeFileException naming the folder and the fault
   */
  public static ProbeRelease load(Path folder) {
    return load(folder.toString(), name -> Files.newInputStream(folder.resolve(name)));
  }

  /**
   * Reads the probe of a folder on the class path.
   *
   * @param folder for example {@code "reasoner/probe"}
   * @throws ProbeFileException naming the folder and the fault
   */
  public static ProbeRelease loadResource(ClassLoader loader, String folder) {
    return load("resource " + folder, name -> open(loader, folder + "/" + name));
  }

  /**
   * Reads a probe from two streams, to their ends, and closes them.
   *
   * @param where what to call it in an error
   * @throws ProbeFileException naming {@code where} and the fault
   */
  public static ProbeRelease read(InputStream card, InputStream weights, String where) {
    return load(where, name -> name.equals(CARD) ? card : weights);
  }

  private static ProbeRelease load(String where, Source source) {
    try (InputStream card = source.open(CARD);
        InputStream weights = source.open(WEIGHTS)) {
      return ProbeCard.read(card.readAllBytes(), ProbeTensors.read(weights.readAllBytes()));
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new ProbeFileException("no probe at " + where + ": missing " + e.getMessage(), e);
    } catch (IOException | IllegalArgumentException | DateTimeException | ProbeFileException e) {
      throw new ProbeFileException("probe at " + where + ": " + e.getMessage(), e);
    }
  }

  private static InputStream open(ClassLoader loader, String name) throws FileNotFoundException {
    InputStream stream = loader.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException(name);
    }
    return stream;
  }

  /** Where the two files come from. */
  private interface Source {
    InputStream open(String name) throws IOException;
  }
}
