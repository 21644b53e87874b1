package dev.linchpin.app.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where this process listens. */
public final class DashboardAddress {
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

  private DashboardAddress() {}

  /** Host and port, for others: this machine's name where it listens at every address. */
  public static HostInfo own() {
    Config config = ConfigProvider.getConfig();
    String host = config.getValue("quarkus.http.host", String.class);
    return new HostInfo(
        EVERYWHERE.contains(host) ? name() : host,
        config.getValue("quarkus.http.port", Integer.class));
  }

  /** The page. */
  public static String url() {
    return "http://" + own().host() + ":" + own().port() + "/";
  }

  private static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return InetAddress.getLoopbackAddress().getHostAddress();
    }
  }
}
