package dev.linchpin.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.kafka.common.KafkaException;

/** Ports of the loopback interface. */
final class LoopbackPort {

  private LoopbackPort() {}

  /** One that nobody listens on. */
  static int free() {
    try (ServerSocket socket = listen(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The wanted one, or a free one for 0. */
  static int freeOr(int wanted) {
    if (wanted == 0) {
      return free();
    }
    try (ServerSocket socket = listen(wanted)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new KafkaException(
          "The embedded broker cannot listen on port " + wanted + ": " + e.getMessage(), e);
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
