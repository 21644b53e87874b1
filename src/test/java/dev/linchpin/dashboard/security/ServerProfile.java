package dev.linchpin.dashboard.security;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** A server on a free port of this machine, without any service beside it. */
public class ServerProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.http.host-enabled", "true");
    settings.put("quarkus.http.test-port", "0");
    settings.put("quarkus.http.auth.permission.live.paths", "/api/v1/live/ws,/api/v1/things/ws");
    settings.put("quarkus.devservices.enabled", "false");
    return settings;
  }

  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }
}
