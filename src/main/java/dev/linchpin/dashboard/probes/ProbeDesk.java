package dev.linchpin.dashboard.probes;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.catalogue.RefusedChangeException;
import dev.linchpin.dashboard.http.AuditTrail;
import dev.linchpin.dashboard.http.Signal;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.wire.OperatorActed.Action;
import java.util.List;

/** The published probes, for requests from all threads: one after another looks or changes. */
final class ProbeDesk implements AutoCloseable {
  private final ProbeCatalogue catalogue;
  private final AuditTrail audit;
  private final Signal signal;

  /** What is done to a probe. */
  private interface Change {
    void to(ProbeId probe);
  }

  /** A desk at a catalogue, which it closes. */
  ProbeDesk(ProbeCatalogue catalogue, AuditTrail audit, Signal signal) {
    this.catalogue = catalogue;
    this.audit = audit;
    this.signal = signal;
  }

  /** All probes, as of now. */
  List<ProbeView> probes() {
    ProbeHeads heads = heads();
    return heads.all().stream().map(head -> ProbeView.of(head, heads)).toList();
  }

  /**
   * Makes a probe the champion of its model.
   *
   * @param key of the probe
   * @throws RefusedChangeException if it cannot be done
   */
  void promote(String user, String key) {
    change(user, Action.PROBE_PROMOTED, key, catalogue::promote);
  }

  /**
   * Takes a probe out of use.
   *
   * @param key of the probe
   * @throws RefusedChangeException if it cannot be done
   */
  void retire(String user, String key) {
    change(user, Action.PROBE_RETIRED, key, catalogue::retire);
  }

  /**
   * Makes a model's champion before the present one the champion again.
   *
   * @return its key
   * @throws RefusedChangeException if there was none
   */
  String rollback(String user, String model) {
    String champion;
    synchronized (this) {
      champion = catalogue.rollback(model).key();
    }
    done(user, Action.PROBE_ROLLED_BACK, champion);
    return champion;
  }

  @Override
  public synchronized void close() {
    catalogue.close();
  }

  private synchronized ProbeHeads heads() {
    return catalogue.read();
  }

  private void change(String user, Action action, String key, Change change) {
    synchronized (this) {
      change.to(catalogue.read().get(key).id());
    }
    done(user, action, key);
  }

  private void done(String user, Action action, String key) {
    audit.record(user, action, key, "");
    signal.fire();
  }
}
