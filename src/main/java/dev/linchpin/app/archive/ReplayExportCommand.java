package dev.linchpin.app.archive;

import dev.linchpin.app.cluster.ClaimStoreOption;
import dev.linchpin.app.cluster.ClusterCommand;
import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.archive.ArchiveHeader;
import dev.linchpin.archive.ChainExport;
import dev.linchpin.archive.Selection;
import dev.linchpin.wire.Cluster;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Chains to a file. */
@Command(
    name = "export",
    description =
        "Writes chains with their steps, activations, scores, alerts, ablations and labels to a"
            + " file, see schemas/archive-files.md, and says what of them is missing.",
    exitCodeList = {
      "0:done",
      "1:chains that were asked for are not there, refused, or the cluster does not answer",
      "2:usage"
    })
public final class ReplayExportCommand extends ClusterCommand {
  private static final int ABSENT = 1;

  @Mixin private ClaimStoreOption claimStore;

  @Mixin private SelectionOptions chains;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
  private Path file;

  @Option(names = "--force", description = "Replace a file that is there.")
  private boolean force;

  @Option(
      names = "--allow-missing",
      description = "Exit with 0 also where a chain given by its id is not there at all.")
  private boolean allowMissing;

  @Option(
      names = "--allow-claims",
      description =
          "Write records that claim a tensor of a claim store without it, where --claim-store is"
              + " not given.")
  private boolean allowClaims;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  private Selection selection;

  @Override
  protected void check() {
    selection = chains.selection();
  }

  @Override
  protected Map<String, Object> settings(Map<String, Object> client) {
    return claimStore.addTo(client);
  }

  @Override
  protected int work(Cluster where) {
    ChainExport.Options options = new ChainExport.Options(selection, allowClaims, force);
    ArchiveHeader written = new ChainExport(where, options, Clock.systemUTC()).write(file);
    say(json ? JsonLine.of(written) : ArchiveText.exported(file, written));
    return written.completeness().absent().isEmpty() || allowMissing ? 0 : ABSENT;
  }
}
