package dev.linchpin.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The program's entry: starts the container and hands the arguments to the command line. */
@QuarkusMain
public final class Main {

  static {
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
  }

  /**
   * Roles that serve metrics and health while they run, and on which port, so that one machine can
   * have them all; has to be known before the container starts.
   */
  private static final Map<String, String> PORTS =
      Map.of("monitor", "8080", "ablate", "8082", "label", "8083");

  private Main() {}

  public static void main(String... args) {
    if (args.length > 0 && PORTS.containsKey(args[0])) {
      System.setProperty("quarkus.http.host-enabled", "true");
      servePort(PORTS.get(args[0]));
    }
    if (!List.of(args).contains("--model")) {
      setDefault("ai.djl.pytorch.num_threads", "1");
    }
    Quarkus.run(App.class, args);
  }

  private static void servePort(String port) {
    if (System.getenv("QUARKUS_HTTP_PORT") == null) {
      setDefault("quarkus.http.port", port);
    }
  }

  /** The bundled reasoner is too small to gain from a second thread, and stalls by one. */
  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** What runs inside the container. */
  public static final class App implements QuarkusApplication {

    private final CommandLine commandLine;

    @Inject
    App(CommandLine commandLine) {
      this.commandLine = commandLine;
    }

    @Override
    public int run(String... args) {
      return commandLine.execute(args);
    }
  }
}
