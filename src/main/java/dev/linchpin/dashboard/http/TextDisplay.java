package dev.linchpin.dashboard.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Whether prompts, steps and answers are shown at all. They are not where {@code
 * linchpin.dashboard.withhold-text} says anything but false, whoever asks: a slip must not show
 * them.
 */
@ApplicationScoped
public class TextDisplay {
  private final boolean withheld;

  /** As configured. */
  public TextDisplay() {
    this(
        !ConfigProvider.getConfig()
            .getOptionalValue("linchpin.dashboard.withhold-text", String.class)
            .orElse("false")
            .strip()
            .equalsIgnoreCase("false"));
  }

  /** As told. */
  public TextDisplay(boolean withheld) {
    this.withheld = withheld;
  }

  /** Whether nothing is shown. */
  public boolean isWithheld() {
    return withheld;
  }

  /** The text, if it is shown. */
  public Optional<String> shown(Optional<String> text) {
    return withheld ? Optional.empty() : text;
  }
}
