package dev.linchpin.dashboard.live;

import dev.linchpin.dashboard.http.Json;
import java.util.Optional;

/**
 * What a subscriber gets.
 *
 * @param id from which a subscriber can go on; empty where there is nothing to go on from
 * @param event its kind
 * @param data JSON
 */
record Message(Optional<String> id, Kind event, String data) {
  /** What a message is. */
  enum Kind {
    /** The chains as they are. */
    SNAPSHOT("snapshot"),
    /** What happened since the message before. */
    BATCH("batch"),
    /** What happened in between is not known any more; a snapshot follows. */
    RESET("reset"),
    /** Nothing happened, and the stream is alive. */
    HEARTBEAT("heartbeat");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  static final Message RESET =
      new Message(
          Optional.empty(), Kind.RESET, "{\"reason\":\"expected an id of this stream, lately\"}");

  static final Message HEARTBEAT = new Message(Optional.empty(), Kind.HEARTBEAT, "{}");

  /** As one frame of a WebSocket. */
  String frame() {
    return "{\"id\":%s,\"event\":\"%s\",\"data\":%s}"
        .formatted(id.map(Json::text).orElse("null"), event.text(), data);
  }
}
