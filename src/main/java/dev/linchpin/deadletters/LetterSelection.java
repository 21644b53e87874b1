package dev.linchpin.deadletters;

import java.util.List;

/** Which letters are to be put back. */
public sealed interface LetterSelection {
  /** These, each once. */
  record Ids(List<LetterId> ids) implements LetterSelection {
    public Ids {
      ids = ids.stream().distinct().toList();
    }
  }

  /** All that a filter means. */
  record Matching(LetterFilter filter) implements LetterSelection {}
}
