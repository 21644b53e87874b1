package dev.linchpin.dashboard.security;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of hosts, as they are configured and as requests give them. Asks no name server. */
final class HostNames {
  private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");
  private static final Pattern LOOPBACK_V6 = Pattern.compile("(0{0,4}:){2,7}0{0,3}1");
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  private HostNames() {}

  /**
   * Whether only this machine is meant.
   *
   * @param host name or address, without a port; an IPv6 address with or without brackets
   */
  static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || LOOPBACK_V4.matcher(name).matches()
        || LOOPBACK_V6.matcher(unbracketed(name)).matches();
  }

  /**
   * The host of a {@code Host} header.
   *
   * @param authority host, or host and port; an IPv6 address in brackets
   */
  static String host(String authority) {
    return PORT.matcher(authority).replaceFirst("");
  }

  private static String unbracketed(String name) {
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }
}
