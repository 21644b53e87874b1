package dev.linchpin.app;

import dev.linchpin.archive.ArchiveException;
import dev.linchpin.catalogue.RefusedChangeException;
import dev.linchpin.dashboard.security.AccessException;
import dev.linchpin.lm.ModelFormatException;
import dev.linchpin.probe.ProbeFileException;
import dev.linchpin.replay.RefusedReplayException;
import io.quarkus.picocli.runtime.PicocliCommandLineFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.UncheckedIOException;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Makes the command line answer wrong arguments with one line on stderr and exit code 2, and a bad
 * model, a bad probe, a refused change of the probes, a refused replay, a bad archive, a server
 * that may not serve, a file that cannot be written or a cluster's refusal with one line and exit
 * code 1.
 */
@ApplicationScoped
final class CommandLineSetup {

  @Produces
  CommandLine commandLine(PicocliCommandLineFactory factory) {
    return factory
        .create()
        .setParameterExceptionHandler(CommandLineSetup::reject)
        .setExecutionExceptionHandler(CommandLineSetup::fail);
  }

  static int reject(ParameterException fault, String[] args) {
    CommandLine command = fault.getCommandLine();
    String message = fault.getMessage().lines().findFirst().orElse("Wrong arguments.");
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + message);
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  static int fail(Exception fault, CommandLine command, ParseResult arguments) throws Exception {
    if (fault instanceof ModelFormatException
        || fault instanceof ProbeFileException
        || fault instanceof RefusedChangeException
        || fault instanceof RefusedReplayException
        || fault instanceof ArchiveException
        || fault instanceof AccessException
        || fault instanceof UncheckedIOException
        || fault instanceof KafkaException) {
      command
          .getErr()
          .println(command.getCommandSpec().qualifiedName() + ": " + fault.getMessage());
      return command.getCommandSpec().exitCodeOnExecutionException();
    }
    throw fault;
  }
}
