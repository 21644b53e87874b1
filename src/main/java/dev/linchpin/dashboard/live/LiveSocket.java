package dev.linchpin.dashboard.live;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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
    Map<String, List<String>> query =
        new QueryStringDecoder("?" + connection.handshakeRequest().query()).parameters();
    Wish wish = Wish.of(first(query, "chain"), first(query, "model"), first(query, "chains"));
    return live.messages(wish, first(query, "after")).map(Message::frame);
  }

  private static Optional<String> first(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }
}
