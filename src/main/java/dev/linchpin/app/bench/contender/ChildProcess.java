package dev.linchpin.app.bench.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A process that ends with this one. */
public final class ChildProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LINES_OF_FAULT = 8;

  private final Process process;
  private final Path out;
  private final Path err;
  private final Thread hook;

  private ChildProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
    this.hook = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts it.
   *
   * @param folder takes what it prints
   */
  static ChildProcess start(List<String> command, Map<String, String> environment, Path folder) {
    try {
      Path out = Files.createTempFile(folder, "child", ".out");
      Path err = Files.createTempFile(folder, "child", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().putAll(environment);
      return new ChildProcess(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.get(0) + ": " + e.getMessage(), e);
    }
  }

  /** What it uses. */
  public Usage usage() {
    return new Usage(process.toHandle());
  }

  /**
   * Passes while it runs.
   *
   * @throws IllegalStateException with what it said last
   */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException("a process ended too early: " + lastWords());
    }
  }

  /**
   * Waits for its end.
   *
   * @return the last line that it printed
   * @throws IllegalStateException with what it said last, when it failed or does not end
   */
  public String result(Duration timeout) {
    try {
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException("a process failed: " + lastWords());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a process works", e);
    }
    return last(out, 1);
  }

  /** Asks it to end, and waits until it has. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      // This process is ending, and the hook is at work.
    }
  }

  private String lastWords() {
    return last(err, LINES_OF_FAULT);
  }

  private static String last(Path file, int lines) {
    try {
      List<String> all = Files.readAllLines(file, StandardCharsets.UTF_8);
      return all.stream()
          .skip(Math.max(0, all.size() - lines))
          .collect(Collectors.joining(System.lineSeparator()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
