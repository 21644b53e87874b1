package dev.linchpin.dashboard.alerts;

import dev.linchpin.alerting.IncidentView;
import dev.linchpin.dashboard.http.Part;
import dev.linchpin.wire.Cluster;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The part of the dashboard that shows and handles alerts. */
@ApplicationScoped
public class Alerts {
  private final Part<AlertService> part = new Part<>("alerting");
  private final List<Consumer<IncidentView>> listeners = new CopyOnWriteArrayList<>();

  /**
   * Begins to read.
   *
   * @param cluster where the topics are
   * @param clock says when something is done, and what is muted
   */
  public void start(Cluster cluster, InstantSource clock) {
    part.set(new AlertService(cluster, clock, this::tell));
  }

  /** Ends reading, if it was begun. */
  public void stop() {
    AlertService running = part.clear();
    if (running != null) {
      running.close();
    }
  }

  /**
   * From now on, each change of an incident is told, also after a stop and another start.
   *
   * @param listener called in one thread; must not wait
   * @return ends it
   */
  public Runnable onIncident(Consumer<IncidentView> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  AlertService service() {
    return part.get();
  }

  private void tell(IncidentView incident) {
    listeners.forEach(listener -> listener.accept(incident));
  }
}
