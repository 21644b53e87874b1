package dev.linchpin.dashboard.live;

import dev.linchpin.dashboard.chain.ChainRecord;
import dev.linchpin.dashboard.http.Json;
import dev.linchpin.dashboard.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The board and all channels. Safe for several threads. */
final class LiveHub {
  private static final int MOST_CHANNELS = 200;
  private static final long MOST_CHARACTERS = 64 << 20;
  private static final int MOST_SUBSCRIBERS = 1_000;
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final LiveBoard board;
  private final StepRate rate;
  private final Map<Wish, Channel> channels = new HashMap<>();
  private Instant beatAt;

  LiveHub(LiveBoard board, InstantSource clock) {
    this.clock = clock;
    this.board = board;
    this.rate = new StepRate(clock.instant());
    this.beatAt = clock.instant();
  }

  /** Takes a record of a topic. */
  synchronized void apply(ChainRecord record) {
    Instant now = clock.instant();
    List<LiveEvent> events = board.apply(record, now);
    events.forEach(event -> publish(event, now));
    if (record instanceof ChainRecord.Completed) {
      rate.count(now);
    }
  }

  /** Takes an event that is about no chain. */
  synchronized void publish(LiveEvent event) {
    publish(event, clock.instant());
  }

  /** Sends what came since the last time. */
  synchronized void flush() {
    Instant now = clock.instant();
    double stepsPerSecond = rate.perSecond(now);
    channels.values().removeIf(channel -> channel.isIdleSince(now.minus(IDLE)));
    long most = MOST_CHARACTERS / Math.max(1, channels.size());
    channels.values().forEach(channel -> channel.flush(stepsPerSecond, most, now));
    if (!beatAt.plus(HEARTBEAT).isAfter(now)) {
      channels.values().forEach(Channel::heartbeat);
      beatAt = now;
    }
  }

  /**
   * Sends to a subscriber from now on, or from where it was cut off.
   *
   * @param after id of the last message that it got
   * @throws ProblemException with 503 when there are too many
   */
  synchronized void subscribe(Wish wish, Optional<String> after, Consumer<Message> subscriber) {
    Instant now = clock.instant();
    requireRoom(wish);
    channels
        .computeIfAbsent(wish, key -> new Channel(key, board, UUID.randomUUID().toString(), now))
        .subscribe(subscriber, after, rate.perSecond(now), now);
  }

  /** Sends it nothing more. */
  synchronized void unsubscribe(Wish wish, Consumer<Message> subscriber) {
    Channel channel = channels.get(wish);
    if (channel != null) {
      channel.unsubscribe(subscriber, clock.instant());
    }
  }

  private void publish(LiveEvent event, Instant now) {
    if (channels.isEmpty()) {
      return;
    }
    String json = Json.text(event);
    channels.values().forEach(channel -> channel.take(event, json, now));
  }

  private void requireRoom(Wish wish) {
    int subscribers = channels.values().stream().mapToInt(Channel::subscribers).sum();
    if (subscribers >= MOST_SUBSCRIBERS
        || (channels.size() >= MOST_CHANNELS && !channels.containsKey(wish))) {
      throw ProblemException.unavailable(
          "expected at most %d subscribers with %d different wishes"
              .formatted(MOST_SUBSCRIBERS, MOST_CHANNELS));
    }
  }
}
