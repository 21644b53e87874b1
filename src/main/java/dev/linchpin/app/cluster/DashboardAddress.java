package dev.linchpin.app.cluster;

import org.apache.kafka.streams.state.HostInfo;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where this process listens. */
public final class DashboardAddress {
  private DashboardAddress() {}

  /** Host and port. */
  public static HostInfo own() {
    Config config = ConfigProvider.getConfig();
    return new HostInfo(
        config.getValue("quarkus.http.host", String.class),
        config.getValue("quarkus.http.port", Integer.class));
  }

  /** The page. */
  public static String url() {
    return "http://" + own().host() + ":" + own().port() + "/";
  }
}
