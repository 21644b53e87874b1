package dev.linchpin.dashboard.live;

import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Optional;

/** The live stream as a WebSocket: the same messages, one to a frame. */
@WebSocket(path = "/api/v1/live/ws")
@RolesAllowed("viewer")
public class LiveSocket {
  private final Live live;

  @Inject
  LiveSocket(Live live) {
    this.live = live;
  }

  @OnOpen
  Multi<String> open(WebSocketConnection connection) {
    String query = Optional.ofNullable(connection.handshakeRequest().query()).orElse("");
    QueryText parameters = QueryText.parse(query);
    Wish wish =
        Wish.of(parameters.get("chain"), parameters.get("model"), parameters.get("chains"));
    return live.messages(wish, parameters.get("after")).map(Message::frame);
  }
}
