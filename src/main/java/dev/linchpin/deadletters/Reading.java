package dev.linchpin.deadletters;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.RawBytes;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/**
 * What the decoder makes of a letter's value now. That a record can be decoded does not say that it
 * can be used: its key, its tensor and the probes are looked at by the role that reads it.
 */
public sealed interface Reading {
  /** One line. */
  String text();

  /** It is a record of the topic that it came from. */
  record Decodable(String name) implements Reading {
    @Override
    public String text() {
      return "decodable as " + name;
    }
  }

  /** Its bytes are wrong, still. */
  record Undecodable(UndecodableRecordException.Reason reason, String message) implements Reading {
    @Override
    public String text() {
      return reason + ": " + message;
    }
  }

  /** It cannot be told: the topic is not known, or the registry does not answer. */
  record Unclear(String message) implements Reading {
    @Override
    public String text() {
      return "cannot be told: " + message;
    }
  }

  /** Decodes a letter as a record of the topic that it came from. */
  static Reading of(Letter letter, Cluster cluster) {
    if (letter.origin().isEmpty()) {
      return new Unclear(letter.cause().message());
    }
    String name = letter.origin().get().topic();
    Optional<Topic<?>> topic =
        cluster.topics().all().stream()
            .filter(candidate -> candidate.name().equals(name))
            .filter(candidate -> !(candidate.value() instanceof RawBytes))
            .findFirst();
    return topic
        .map(known -> decoded(letter, known, cluster))
        .orElseGet(() -> new Unclear("no topic of the catalogue has records and is named " + name));
  }

  private static <V> Reading decoded(Letter letter, Topic<V> topic, Cluster cluster) {
    PatientReader<V> reader =
        new PatientReader<>(
            topic, new WireFormat(cluster.client()).decoder(), Patience.until(() -> true));
    try {
      return new Decodable(topic.value().recordOf(reader.read(letter.value())));
    } catch (UndecodableRecordException e) {
      return new Undecodable(e.reason(), String.valueOf(e.getMessage()));
    } catch (KafkaException e) {
      return new Unclear(String.valueOf(e.getMessage()));
    }
  }
}
