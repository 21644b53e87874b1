package dev.linchpin.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import picocli.CommandLine;

/** The program's entry: starts the container and hands the arguments to the command line. */
@QuarkusMain
public final class Main {

  static {
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
  }

  private Main() {}

  public static void main(String... args) {
    Quarkus.run(App.class, args);
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
