package dev.linchpin.wire.confluent;

import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** Under which subject a schema is registered. The names are Confluent's classes'. */
enum SubjectNameStrategy {
  TopicNameStrategy {
    @Override
    String subject(String topic, Schema schema) {
      return topic + "-value";
    }
  },
  RecordNameStrategy {
    @Override
    String subject(String topic, Schema schema) {
      return schema.getFullName();
    }
  },
  TopicRecordNameStrategy {
    @Override
    String subject(String topic, Schema schema) {
      return topic + "-" + schema.getFullName();
    }
  };

  private static final String PACKAGE = "io.confluent.kafka.serializers.subject.";

  abstract String subject(String topic, Schema schema);

  /** The strategy of a class name, with or without Confluent's package. */
  static SubjectNameStrategy of(String className) {
    return Arrays.stream(values())
        .filter(s -> className.equals(s.name()) || className.equals(s.className()))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigException(
                    RegistryConfig.SUBJECT_NAME_STRATEGY,
                    className,
                    "expected one of " + Arrays.toString(values())));
  }

  /** Full name of Confluent's class. */
  String className() {
    return PACKAGE + name();
  }
}
