package dev.linchpin.app.cluster;

import dev.linchpin.wire.WireFormat;
import dev.linchpin.wire.claim.ObjectStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option that says where tensors lie that are too large for a record. */
public final class ClaimStoreOption {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--claim-store",
      paramLabel = "DIR|URI",
      description =
          "Folder (or file: URI) that every node sees, with the tensors that are too large for"
              + " their records (see infer --claim-above).")
  private Optional<String> store = Optional.empty();

  /** Whether it was given. */
  public boolean isGiven() {
    return store.isPresent();
  }

  /** Settings of a role with this one added. */
  public Map<String, Object> addTo(Map<String, ?> client) {
    Map<String, Object> settings = new HashMap<>(client);
    store.ifPresent(address -> settings.put(WireFormat.CLAIM_STORE, checked(address)));
    return settings;
  }

  private String checked(String address) {
    try {
      ObjectStore.at(address);
      return address;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--claim-store: " + e.getMessage());
    }
  }
}
