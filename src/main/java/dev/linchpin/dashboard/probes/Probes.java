package dev.linchpin.dashboard.probes;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.dashboard.http.AuditTrail;
import dev.linchpin.dashboard.http.ChangeWatch;
import dev.linchpin.dashboard.http.Part;
import dev.linchpin.dashboard.http.Signal;
import dev.linchpin.wire.Cluster;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** The probes' part of the dashboard. */
@ApplicationScoped
public class Probes {
  private final Part<Running> part = new Part<>("the list of probes");
  private final Signal signal = new Signal();

  /** What runs between start and stop. */
  private record Running(ProbeDesk desk, ChangeWatch watch) {}

  /**
   * Begins.
   *
   * @param cluster where the probes are
   * @param clock says since when a champion is one
   * @param audit where changes are written down
   */
  public void start(Cluster cluster, Clock clock, AuditTrail audit) {
    ProbeDesk desk = new ProbeDesk(new ProbeCatalogue(cluster, clock), audit, signal);
    part.set(new Running(desk, ChangeWatch.start("linchpin-probes-watch", desk::probes, signal)));
  }

  /** Ends; does nothing where it has not begun. */
  public void stop() {
    Optional.ofNullable(part.clear())
        .ifPresent(
            running -> {
              running.watch().close();
              running.desk().close();
            });
  }

  /** Tells {@code listener} whenever a probe was published or changed, by whomever. */
  public void onChange(Runnable listener) {
    signal.onChange(listener);
  }

  ProbeDesk desk() {
    return part.get().desk();
  }
}
