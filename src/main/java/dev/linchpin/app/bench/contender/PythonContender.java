package dev.linchpin.app.bench.contender;

import dev.linchpin.app.bench.load.BenchCluster;
import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.probe.ProbeRelease;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code score_steps.py}: Confluent's Python client and numpy. */
public final class PythonContender implements Contender {
  private static final String SCRIPT = "score_steps.py";
  private static final Duration TIMEOUT = Duration.ofMinutes(30);

  private final Workplace place;
  private final Settings settings;
  private final List<String> fixed;

  /**
   * How it works.
   *
   * @param python the interpreter
   * @param avro who decodes and encodes
   * @param batch steps that are scored together
   * @param limit it stops after this time, finished or not
   */
  public record Settings(String python, Avro avro, int batch, Duration limit) {}

  /** Who decodes and encodes Avro. */
  public enum Avro {
    /** Confluent's serializer. */
    CONFLUENT,
    /** Nobody: bytes are taken apart and put together by hand. */
    HAND
  }

  /** A scorer with this probe. */
  public PythonContender(Workplace place, ProbeRelease probe, Settings settings) {
    this.place = place;
    this.settings = settings;
    Path folder =
        place
            .cluster()
            .folder()
            .resolve("python-" + settings.batch() + "-" + option(settings.avro()));
    this.fixed = new ArrayList<>(List.of(settings.python(), script(folder), folder.toString()));
    fixed.addAll(topics(place.cluster(), SchemaIds.of(place.cluster(), probe)));
    try {
      ProbeFiles.save(probe, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the probe", e);
    }
  }

  /** What is missing for it, empty when nothing is. */
  public static String missing(String python, Path folder) {
    List<String> command = List.of(python, "-c", "import confluent_kafka.avro, numpy");
    try (ChildProcess process = ChildProcess.start(command, Map.of(), folder)) {
      process.result(TIMEOUT);
      return "";
    } catch (IllegalStateException | UncheckedIOException e) {
      return e.getMessage().lines().reduce((first, last) -> last).orElse("no Python");
    }
  }

  @Override
  public String name() {
    String form =
        settings.batch() == 1
            ? "Python, once per record"
            : "Python, batches of " + settings.batch();
    return settings.avro() == Avro.HAND ? form + ", Avro by hand" : form;
  }

  @Override
  public Run run(long records) {
    place.cluster().clearResults();
    List<String> command = new ArrayList<>(fixed);
    command.addAll(
        List.of(
            "--group",
            Workplace.freshName(),
            "--avro",
            option(settings.avro()),
            "--batch",
            Integer.toString(settings.batch()),
            "--records",
            Long.toString(records),
            "--seconds",
            Long.toString(settings.limit().toSeconds())));
    try (ChildProcess process = place.command(command)) {
      return Run.read(process.result(TIMEOUT));
    }
  }

  private static String option(Avro avro) {
    return avro.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> topics(BenchCluster cluster, SchemaIds ids) {
    return List.of(
        "--bootstrap-servers",
        cluster.client().get("bootstrap.servers"),
        "--registry",
        cluster.client().get("schema.registry.url"),
        "--activations",
        cluster.topics().activations().name(),
        "--scores",
        cluster.topics().scores().name(),
        "--removable",
        cluster.topics().lowImportanceAlerts().name(),
        "--important",
        cluster.topics().importantAlerts().name(),
        "--score-schema",
        Integer.toString(ids.score()),
        "--flag-schema",
        Integer.toString(ids.flag()));
  }

  private static String script(Path folder) {
    Path file = folder.resolve(SCRIPT);
    try (InputStream script = PythonContender.class.getResourceAsStream(SCRIPT)) {
      Files.createDirectories(folder);
      Files.copy(script, file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return file.toString();
  }
}
