package dev.linchpin.dashboard.security;

import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;

/** A WebSocket where the live stream's is; whoever is let in is greeted. */
@WebSocket(path = "/api/v1/live/ws")
public class ThingsSocket {

  /** Greets. */
  @OnOpen
  public String greet() {
    return "welcome";
  }
}
