package dev.linchpin.dashboard.security;

import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;

/** A WebSocket that asks for a login as the live stream's does; whoever is let in is greeted. */
@WebSocket(path = "/api/v1/things/ws")
public class ThingsSocket {

  /** Greets. */
  @OnOpen
  public String greet() {
    return "welcome";
  }
}
