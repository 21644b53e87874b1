package dev.linchpin.app.probe;

import dev.linchpin.catalogue.ProbeHead;
import dev.linchpin.catalogue.ProbeHeads;
import picocli.CommandLine.Parameters;

/** The parameter that names a published probe. */
final class ProbeParameter {
  @Parameters(
      index = "0",
      paramLabel = "MODEL/NAME/VERSION",
      description = "The probe, as 'linchpin probe list' prints it.")
  private String key;

  ProbeHead in(ProbeHeads heads) {
    return heads.get(key);
  }
}
