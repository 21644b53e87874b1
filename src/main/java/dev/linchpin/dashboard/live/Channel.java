package dev.linchpin.dashboard.live;

import dev.linchpin.dashboard.chain.ChainView;
import dev.linchpin.dashboard.http.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Subscribers with the same wish, and the frames that they got last. Not thread-safe. */
final class Channel {
  private static final int FRAMES = 600;

  private final Wish wish;
  private final LiveBoard board;
  private final Picks picks;
  private final String epoch;
  private final Deque<Message> frames = new ArrayDeque<>();
  private final Set<Consumer<Message>> subscribers = new LinkedHashSet<>();
  private final List<String> pending = new ArrayList<>();
  private long sequence;
  private long characters;
  private Instant usedAt;

  /**
   * A channel without subscribers.
   *
   * @param epoch tells its frames from those of other channels and processes
   */
  Channel(Wish wish, LiveBoard board, String epoch, Instant now) {
    this.wish = wish;
    this.board = board;
    this.picks = new Picks(wish, board, now);
    this.epoch = epoch;
    this.usedAt = now;
  }

  /** Takes an event that was applied to the board. */
  void take(LiveEvent event, String json, Instant now) {
    if (picks.accepts(event, now)) {
      pending.add(json);
    }
  }

  /**
   * Sends what was taken since the last time as one frame, if there is anything.
   *
   * @param most characters of frames that it may remember
   */
  void flush(double stepsPerSecond, long most, Instant now) {
    if (pending.isEmpty()) {
      return;
    }
    sequence++;
    String data =
        "{\"events\":[%s],\"sampling\":%s}"
            .formatted(String.join(",", pending), Json.text(sampling(stepsPerSecond, now)));
    pending.clear();
    Message frame = new Message(Optional.of(id()), Message.Kind.BATCH, data);
    remember(frame, most);
    send(frame);
  }

  void heartbeat() {
    send(Message.HEARTBEAT);
  }

  /** Begins with what comes after {@code after}, where that is known, else with a snapshot. */
  void subscribe(
      Consumer<Message> subscriber, Optional<String> after, double stepsPerSecond, Instant now) {
    Optional<List<Message>> missed = after.flatMap(this::framesAfter);
    if (missed.isPresent()) {
      missed.get().forEach(subscriber);
    } else {
      after.ifPresent(unknown -> subscriber.accept(Message.RESET));
      subscriber.accept(snapshot(stepsPerSecond, now));
    }
    subscribers.add(subscriber);
    usedAt = now;
  }

  void unsubscribe(Consumer<Message> subscriber, Instant now) {
    subscribers.remove(subscriber);
    usedAt = now;
  }

  int subscribers() {
    return subscribers.size();
  }

  /** Whether nobody has listened since then. */
  boolean isIdleSince(Instant time) {
    return subscribers.isEmpty() && usedAt.isBefore(time);
  }

  private record Snapshot(List<ChainView> chains, Sampling sampling) {}

  private Message snapshot(double stepsPerSecond, Instant now) {
    List<ChainView> chains =
        board
            .newest(wish.model())
            .filter(chain -> picks.contains(chain.head().chainId()))
            .limit(wish.most())
            .map(BoardChain::view)
            .toList();
    String data = Json.text(new Snapshot(chains, sampling(stepsPerSecond, now)));
    return new Message(Optional.of(id()), Message.Kind.SNAPSHOT, data);
  }

  private Sampling sampling(double stepsPerSecond, Instant now) {
    int shown = picks.running(now);
    int running = wish.chain().isPresent() ? shown : board.running(wish.model(), now).size();
    return new Sampling(shown, running, stepsPerSecond, shown < running, picks.droppedSteps());
  }

  private String id() {
    return epoch + "-" + sequence;
  }

  /** The frames after one; empty where that is not known any more. */
  private Optional<List<Message>> framesAfter(String id) {
    if (id.equals(id())) {
      return Optional.of(List.of());
    }
    List<Message> all = List.copyOf(frames);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(Optional.of(id))) {
        return Optional.of(all.subList(i + 1, all.size()));
      }
    }
    return Optional.empty();
  }

  private void remember(Message frame, long most) {
    frames.add(frame);
    characters += frame.data().length();
    while (frames.size() > FRAMES || (characters > most && frames.size() > 1)) {
      characters -= frames.remove().data().length();
    }
  }

  private void send(Message message) {
    List.copyOf(subscribers).forEach(subscriber -> subscriber.accept(message));
  }
}
