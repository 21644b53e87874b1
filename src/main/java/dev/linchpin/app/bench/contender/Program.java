package dev.linchpin.app.bench.contender;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How this program is started once more.
 *
 * @param start the beginning of the command line, to which the arguments are added
 */
public record Program(List<String> start) {
  public Program {
    start = List.copyOf(start);
  }

  /**
   * As this process was started: the same Java, the same flags, whoever chose them, the same
   * program.
   */
  public static Program own() {
    List<String> start = new ArrayList<>();
    start.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    start.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    start.addAll(List.of("-jar", System.getProperty("java.class.path")));
    return new Program(start);
  }

  /** The whole command line. */
  List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>(start);
    command.addAll(arguments);
    return command;
  }
}
