package dev.linchpin.alerting;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Incident;
import dev.linchpin.wire.IncidentChanged;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Alerters on a real broker. */
public final class LiveAlerts extends LiveTopics {
  private static final int STREAK = 6;

  public LiveAlerts(EmbeddedKafka kafka, EmbeddedRegistry registry, String prefix)
      throws Exception {
    super(kafka, registry, prefix);
  }

  public Cluster cluster() {
    return new Cluster(client, topics);
  }

  /** An alerter that runs. */
  public Alerter startAlerter(Path stateDir) throws InterruptedException {
    client.put("state.dir", stateDir.toString());
    Alerter alerter =
        new Alerter(new AlertSettings(topics.prefix() + "alerts", client, 1), topics, meters);
    alerter.start();
    alerter.awaitRunning(PATIENCE);
    return alerter;
  }

  /** As many removable steps in a row as the default rule takes for a streak. */
  public void raiseStreak(String chain) {
    for (int step = 0; step < STREAK; step++) {
      send(topics.scores(), chain, AlertSamples.scored(chain, step, Verdict.REMOVABLE));
    }
  }

  /** The step after them, which is none. */
  public void endStreak(String chain) {
    send(topics.scores(), chain, AlertSamples.scored(chain, STREAK, Verdict.IMPORTANT));
  }

  /** All changes of incidents up to the first that is such. */
  public List<IncidentChanged> changesUntil(Predicate<Incident> such) {
    return valuesUntil(topics.incidents(), all -> such.test(all.get(all.size() - 1).incident()));
  }
}
