package dev.linchpin.app;

import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine.IVersionProvider;

/** The version that the build gave to this artifact. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        ConfigProvider.getConfig().getValue("quarkus.application.version", String.class);
    return new String[] {"linchpin " + version};
  }
}
