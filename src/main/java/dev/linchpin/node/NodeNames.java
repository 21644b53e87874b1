package dev.linchpin.node;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.random.RandomGenerator;

/** Names of nodes that were not given one. */
public final class NodeNames {
  private NodeNames() {}

  /** The host's name and four random hexadecimal digits: {@code box-1f3a}. */
  public static String ofThisHost() {
    return of(host(), RandomGenerator.getDefault());
  }

  static String of(String host, RandomGenerator random) {
    return "%s-%04x".formatted(host, random.nextInt(1 << 16));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node";
    }
  }
}
