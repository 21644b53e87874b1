package dev.linchpin.archive;

import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import java.util.Arrays;

/**
 * The topics about chains, in the order in which an archive holds them and an import writes them:
 * activations before the records that say where these lie; {@code chains} last, so that a chain is
 * known when the rest of it is there.
 */
public enum ArchivedTopic {
  ACTIVATIONS("activations"),
  STEPS("steps"),
  SCORES("scores"),
  LOW_IMPORTANCE_ALERTS("alerts.low-importance"),
  IMPORTANT_ALERTS("alerts.important"),
  ABLATIONS("ablations"),
  LABELS("labels"),
  CHAINS("chains");

  private final String title;

  ArchivedTopic(String title) {
    this.title = title;
  }

  /** The topic in an installation's catalogue. */
  public Topic<?> in(Topics topics) {
    return switch (this) {
      case ACTIVATIONS -> topics.activations();
      case STEPS -> topics.steps();
      case SCORES -> topics.scores();
      case LOW_IMPORTANCE_ALERTS -> topics.lowImportanceAlerts();
      case IMPORTANT_ALERTS -> topics.importantAlerts();
      case ABLATIONS -> topics.ablations();
      case LABELS -> topics.labels();
      case CHAINS -> topics.chains();
    };
  }

  /** Its name in every catalogue, without a prefix. */
  String title() {
    return title;
  }

  /**
   * The topic of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static ArchivedTopic of(String title) {
    return Arrays.stream(values())
        .filter(topic -> topic.title.equals(title))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of %s, got %s"
                        .formatted(
                            Arrays.stream(values()).map(ArchivedTopic::title).toList(), title)));
  }
}
