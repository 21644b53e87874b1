package dev.linchpin.dashboard.chain;

import java.util.Optional;

/** Whether what models and people wrote is shown. What is withheld is not kept, either. */
public enum Exposure {
  /** Questions, steps and answers are shown. */
  TEXT,
  /** They are not. */
  WITHHELD;

  /** What is shown of a text. */
  public Optional<String> of(Optional<String> text) {
    return switch (this) {
      case TEXT -> text;
      case WITHHELD -> Optional.empty();
    };
  }

  Optional<String> of(String text) {
    return of(Optional.of(text));
  }
}
