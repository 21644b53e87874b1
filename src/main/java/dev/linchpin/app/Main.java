package dev.linchpin.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** The program's entry: starts the container and hands the arguments to the command line. */
@QuarkusMain
public final class Main {

  static {
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
  }

  /** Serve metrics and health while they run; has to be known before the container starts. */
  private static final Set<String> ROLES_WITH_HTTP = Set.of("monitor", "ablate", "label");

  private Main() {}

  public static void main(String... args) {
    if (args.length > 0 && ROLES_WITH_HTTP.contains(args[0])) {
      System.setProperty("quarkus.http.host-enabled", "true");
    }
    if (!List.of(args).contains("--model")) {
      setDefault("ai.djl.pytorch.num_threads", "1");
    }
    Quarkus.run(App.class, args);
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
