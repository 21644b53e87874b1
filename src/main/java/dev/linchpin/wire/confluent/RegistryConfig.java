package dev.linchpin.wire.confluent;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;
import static org.apache.kafka.common.config.ConfigDef.ValidString.in;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The settings of the registry client and the serde, by Confluent's names. */
public final class RegistryConfig extends AbstractConfig {

  public static final String URL = "schema.registry.url";
  public static final String SUBJECT_NAME_STRATEGY = "value.subject.name.strategy";

  /** What {@link #SUBJECT_NAME_STRATEGY} is unless set: {@code chains} carries two records. */
  public static final String DEFAULT_SUBJECT_NAME_STRATEGY =
      SubjectNameStrategy.TopicRecordNameStrategy.className();

  static final String AUTO_REGISTER = "auto.register.schemas";
  static final String BASIC_SOURCE = "basic.auth.credentials.source";
  static final String BASIC_USER_INFO = "basic.auth.user.info";
  static final String BEARER_SOURCE = "bearer.auth.credentials.source";
  static final String BEARER_TOKEN = "bearer.auth.token";
  static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
  static final String READ_TIMEOUT_MS = "http.read.timeout.ms";
  static final String MAX_RETRIES = "max.retries";
  static final String RETRY_WAIT_MS = "retries.wait.ms";
  static final String RETRY_MAX_WAIT_MS = "retries.max.wait.ms";

  private static final String TIMEOUT = "Longest wait for an answer, in milliseconds.";

  static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(
              URL,
              LIST,
              NO_DEFAULT_VALUE,
              HIGH,
              "Addresses of the schema registry, with commas between; the next one is asked when one"
                  + " does not answer.")
          .define(
              SUBJECT_NAME_STRATEGY,
              STRING,
              DEFAULT_SUBJECT_NAME_STRATEGY,
              MEDIUM,
              "TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy.")
          .define(
              AUTO_REGISTER,
              BOOLEAN,
              true,
              MEDIUM,
              "Whether a schema that the registry lacks is registered; if not, it must be there.")
          .define(
              BASIC_SOURCE,
              STRING,
              "URL",
              in("URL", "USER_INFO"),
              MEDIUM,
              "Where user and password are: in the address, or in basic.auth.user.info.")
          .define(BASIC_USER_INFO, PASSWORD, "", MEDIUM, "user:password")
          .define(
              BEARER_SOURCE,
              STRING,
              "STATIC_TOKEN",
              in("STATIC_TOKEN"),
              LOW,
              "Where the bearer token is: in bearer.auth.token.")
          .define(BEARER_TOKEN, PASSWORD, "", MEDIUM, "Bearer token; empty for none.")
          .define(CONNECT_TIMEOUT_MS, INT, 5_000, atLeast(1), LOW, "To connect: " + TIMEOUT)
          .define(READ_TIMEOUT_MS, INT, 10_000, atLeast(1), LOW, TIMEOUT)
          .define(MAX_RETRIES, INT, 3, atLeast(0), LOW, "Rounds after the first.")
          .define(RETRY_WAIT_MS, INT, 500, atLeast(0), LOW, "Wait before the second round.")
          .define(RETRY_MAX_WAIT_MS, INT, 5_000, atLeast(0), LOW, "Longest such wait.");

  public RegistryConfig(Map<String, ?> settings) {
    super(DEFINITION, settings, false);
  }

  SubjectNameStrategy subjectNameStrategy() {
    return SubjectNameStrategy.of(getString(SUBJECT_NAME_STRATEGY));
  }

  boolean autoRegister() {
    return getBoolean(AUTO_REGISTER);
  }

  /** Longest time that one request may take. */
  Duration requestTimeout() {
    return Duration.ofMillis((long) getInt(CONNECT_TIMEOUT_MS) + getInt(READ_TIMEOUT_MS));
  }

  RetryPolicy retries() {
    return new RetryPolicy(
        getInt(MAX_RETRIES), millis(RETRY_WAIT_MS), millis(RETRY_MAX_WAIT_MS), Thread::sleep);
  }

  private Duration millis(String name) {
    return Duration.ofMillis(getInt(name));
  }
}
