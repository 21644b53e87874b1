package dev.linchpin.alerting.webhook;

import dev.linchpin.wire.Incident.Severity;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The file that names webhooks, a file of properties:
 *
 * <pre>
 * webhook.NAME.url=https://hooks.example.com/linchpin
 * webhook.NAME.secret=at least 16 characters
 * webhook.NAME.severity=WARNING
 * </pre>
 *
 * <p>NAME is any word and stands for one target. {@code severity} is the least that it is told:
 * INFO unless set, WARNING or CRITICAL.
 */
public final class WebhookFile {
  private static final String PREFIX = "webhook.";
  private static final Set<String> KEYS = Set.of("url", "secret", "severity");

  private final Properties properties;
  private final List<String> faults = new ArrayList<>();

  private WebhookFile(Properties properties) {
    this.properties = properties;
  }

  /**
   * The targets in a file.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if something in it is wrong: all of it, in one line
   */
  public static List<WebhookTarget> read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new WebhookFile(properties).targets();
  }

  private List<WebhookTarget> targets() {
    List<WebhookTarget> targets = new ArrayList<>();
    for (String name : names()) {
      try {
        targets.add(target(name));
      } catch (IllegalArgumentException e) {
        faults.add(PREFIX + name + ": " + e.getMessage());
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
    return targets;
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String key : properties.stringPropertyNames()) {
      String[] parts = key.split("\\.", -1);
      if (parts.length == 3 && key.startsWith(PREFIX) && KEYS.contains(parts[2])) {
        names.add(parts[1]);
      } else {
        faults.add("expected webhook.NAME.url, .secret or .severity, got " + key);
      }
    }
    return names;
  }

  private WebhookTarget target(String name) {
    return new WebhookTarget(URI.create(get(name, "url")), get(name, "secret"), severity(name));
  }

  private Severity severity(String name) {
    String text = properties.getProperty(PREFIX + name + ".severity", Severity.INFO.name());
    try {
      return Severity.valueOf(text.trim());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "severity: expected INFO, WARNING or CRITICAL, got " + text, e);
    }
  }

  private String get(String name, String key) {
    String value = properties.getProperty(PREFIX + name + "." + key, "").trim();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(key + ": expected one, got none");
    }
    return value;
  }
}
