package dev.linchpin.alerting;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.IncidentChanged;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;

/** Hands observations to the {@link AlertDesk} and what it publishes to the topic. */
final class DeskProcessor implements Processor<byte[], Observation, byte[], IncidentChanged> {
  /** Between two looks at what time has done. */
  static final Duration TICK = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(DeskProcessor.class);

  private final AlertMetrics metrics;
  private ProcessorContext<byte[], IncidentChanged> context;
  private AlertDesk desk;

  DeskProcessor(AlertMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<byte[], IncidentChanged> newContext) {
    context = newContext;
    desk = new AlertDesk(DeskStores.load(newContext), DeskLimits.DEFAULT, this::publish);
    newContext.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, time -> desk.tick(now()));
  }

  @Override
  public void process(Record<byte[], Observation> observation) {
    try {
      desk.take(observation.value(), now());
    } catch (RefusedActionException e) {
      LOG.warnf("Action refused: cause=%s", e.getMessage());
      metrics.refused();
    }
  }

  private void publish(Publication publication) {
    byte[] key = publication.id().getBytes(UTF_8);
    context.forward(
        new Record<>(key, publication.changed().orElse(null), context.currentSystemTimeMs()));
    metrics.published(publication);
  }

  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }
}
