package dev.linchpin.app.archive;

import dev.linchpin.app.cluster.ClaimStoreOption;
import dev.linchpin.app.cluster.ClusterOptions;
import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.archive.ArchiveContents;
import dev.linchpin.archive.ChainImport;
import dev.linchpin.archive.ImportReport;
import dev.linchpin.wire.Cluster;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A file of chains into a cluster. */
@Command(
    name = "import",
    description =
        "Brings a file that 'export' wrote into a cluster whose topics are there. What the cluster"
            + " has already is not written again. No role should run on these topics meanwhile: it"
            + " would score, take apart and join the chains anew.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:refused, or the cluster does not answer", "2:usage"})
public final class ReplayImportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin private ClusterOptions cluster;

  @Mixin private ClaimStoreOption claimStore;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file;

  @Option(
      names = "--dry-run",
      description = "Only read the file to its end and print what is in it; needs no cluster.")
  private boolean dryRun;

  @Option(
      names = "--allow-expired",
      description =
          "Write also where the target's retention is too short for the records' time, so that its"
              + " broker may delete them at once.")
  private boolean allowExpired;

  @Option(
      names = "--labels-without-activations",
      description =
          "Write also labels whose activations are not in the file. Their address means something"
              + " else in the target, or nothing (default: they are left out).")
  private boolean labelsWithoutActivations;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public void run() {
    if (dryRun) {
      ArchiveContents contents = ArchiveContents.of(file);
      say(json ? JsonLine.of(contents) : ArchiveText.described(file, contents));
    } else {
      ImportReport report = importFile();
      say(json ? JsonLine.of(report) : ArchiveText.imported(file, report));
    }
  }

  private ImportReport importFile() {
    Cluster where = new Cluster(claimStore.addTo(cluster.client()), cluster.topics());
    ChainImport.Options options = new ChainImport.Options(allowExpired, labelsWithoutActivations);
    return new ChainImport(where, options, Clock.systemUTC()).read(file);
  }

  private void say(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
  }
}
