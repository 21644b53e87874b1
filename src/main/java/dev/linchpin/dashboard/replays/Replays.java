package dev.linchpin.dashboard.replays;

import dev.linchpin.dashboard.http.AuditTrail;
import dev.linchpin.dashboard.http.ChangeWatch;
import dev.linchpin.dashboard.http.Part;
import dev.linchpin.dashboard.http.Signal;
import dev.linchpin.wire.Cluster;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/** The replays' part of the dashboard. */
@ApplicationScoped
public class Replays {
  private final Part<Running> part = new Part<>("the list of replays");
  private final Signal signal = new Signal();

  /** What runs between start and stop. */
  private record Running(ReplayDesk desk, ChangeWatch watch) {}

  /**
   * Begins. Runs that were at work before wait to be resumed.
   *
   * @param cluster where the runs are, with the settings of Kafka Streams among those of the
   *     clients
   * @param clock says when a run is asked for
   * @param audit where changes are written down
   */
  public void start(Cluster cluster, InstantSource clock, AuditTrail audit) {
    ReplayDesk desk = new ReplayDesk(cluster, clock, audit, signal);
    part.set(
        new Running(desk, ChangeWatch.start("linchpin-replays-watch", desk::definitions, signal)));
  }

  /** Stops the work on all runs in order, and ends; does nothing where it has not begun. */
  public void stop() {
    Optional.ofNullable(part.clear())
        .ifPresent(
            running -> {
              running.watch().close();
              running.desk().close();
            });
  }

  /**
   * Tells {@code listener} whenever a run was made, changed or removed, by whomever, and once a
   * second while this process works on one.
   */
  public void onChange(Runnable listener) {
    signal.onChange(listener);
  }

  ReplayDesk desk() {
    return part.get().desk();
  }
}
