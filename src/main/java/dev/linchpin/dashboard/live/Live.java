package dev.linchpin.dashboard.live;

import dev.linchpin.dashboard.chain.Exposure;
import dev.linchpin.dashboard.http.Part;
import dev.linchpin.reasoning.LeadTime;
import dev.linchpin.wire.Cluster;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The part that tells what happens now. */
@ApplicationScoped
public class Live {
  /** Messages that a subscriber may be behind before it is cut off; it can come back and go on. */
  private static final int MOST_BEHIND = 256;

  /** Then a client has to come back and say again who it is. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Part<Running> part = new Part<>("the live stream");

  private record Running(LiveHub hub, LiveTail tail) {}

  /**
   * Begins to read.
   *
   * @param exposure whether text is sent
   * @param measured takes every lead time, once it is known, on the reading thread
   */
  public void start(Cluster cluster, Exposure exposure, Consumer<LeadTime> measured) {
    LiveHub hub = new LiveHub(new LiveBoard(exposure, measured), Clock.systemUTC());
    LiveTail tail = new LiveTail(cluster, hub);
    part.set(new Running(hub, tail));
    tail.start();
  }

  /** Stops reading. */
  public void stop() {
    Running running = part.clear();
    if (running != null) {
      running.tail().close();
    }
  }

  /** Sends an event that is about no chain; to nobody while the stream does not run. */
  public void publish(LiveEvent event) {
    part.find().ifPresent(running -> running.hub().publish(event));
  }

  /**
   * The messages for one subscriber, until it goes, and for a quarter of an hour at most.
   *
   * @param after id of the last message that it got
   */
  Multi<Message> messages(Wish wish, Optional<String> after) {
    LiveHub hub = part.get().hub();
    return Multi.createFrom()
        .<Message>emitter(
            emitter -> {
              Consumer<Message> subscriber = emitter::emit;
              emitter.onTermination(() -> hub.unsubscribe(wish, subscriber));
              hub.subscribe(wish, after, subscriber);
            },
            MOST_BEHIND)
        .select()
        .first(LONGEST);
  }
}
