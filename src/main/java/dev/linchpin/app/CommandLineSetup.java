package dev.linchpin.app;

import io.quarkus.picocli.runtime.PicocliCommandLineFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Makes the command line answer wrong arguments with one line on stderr and exit code 2. */
@ApplicationScoped
final class CommandLineSetup {

  @Produces
  CommandLine commandLine(PicocliCommandLineFactory factory) {
    return factory.create().setParameterExceptionHandler(CommandLineSetup::reject);
  }

  static int reject(ParameterException fault, String[] args) {
    CommandLine command = fault.getCommandLine();
    String message = fault.getMessage().lines().findFirst().orElse("Wrong arguments.");
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + message);
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
