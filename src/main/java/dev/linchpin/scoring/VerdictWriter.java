package dev.linchpin.scoring;

import dev.linchpin.reasoning.Verdict;
import dev.linchpin.stream.PatientWriter;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.StepFlagged;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import org.apache.kafka.common.serialization.Serializer;

/** Scores and alerts as their topics hold them. Waits for a registry that is away. */
final class VerdictWriter {
  private final Topics topics;
  private final Serializer<StepScored> scores;
  private final Serializer<StepFlagged> flags;

  VerdictWriter(Topics topics, WireFormat wire, Patience patience) {
    this.topics = topics;
    this.scores = PatientWriter.of(topics.scores(), wire, patience);
    this.flags = PatientWriter.of(topics.lowImportanceAlerts(), wire, patience);
  }

  byte[] bytes(StepScored score) {
    return scores.serialize(topics.scores().name(), score);
  }

  byte[] bytes(StepFlagged flag) {
    Topic<StepFlagged> topic =
        flag.verdict() == Verdict.REMOVABLE
            ? topics.lowImportanceAlerts()
            : topics.importantAlerts();
    return flags.serialize(topic.name(), flag);
  }
}
