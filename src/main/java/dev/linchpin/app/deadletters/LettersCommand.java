package dev.linchpin.app.deadletters;

import dev.linchpin.app.cluster.ClusterCommand;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import java.util.List;

/** What the commands about dead letters share: the topics that they need. */
abstract class LettersCommand extends ClusterCommand {

  @Override
  protected final List<Topic<?>> needed(Topics topics) {
    return List.of(topics.deadLetters(), topics.redeliveries());
  }
}
