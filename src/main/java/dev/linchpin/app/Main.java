package dev.linchpin.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** The demonstration's, if it is free: whoever tries it should not have to know of ports. */
  private static final int DEMO_PORT = 8080;

  private Main() {}

  public static void main(String... args) {
    if (args.length > 0) {
      port(args[0]).ifPresent(Main::serve);
    }
    if (!List.of(args).contains("--model")) {
      setDefault("ai.djl.pytorch.num_threads", "1");
    }
    Quarkus.run(App.class, args);
  }

  private static Optional<String> port(String role) {
    return role.equals("demo")
        ? Optional.of(isFree(DEMO_PORT) ? Integer.toString(DEMO_PORT) : "0")
        : Optional.ofNullable(PORTS.get(role));
  }

  private static void serve(String port) {
    System.setProperty("quarkus.http.host-enabled", "true");
    if (System.getenv("QUARKUS_HTTP_PORT") == null) {
      setDefault("quarkus.http.port", port);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
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
