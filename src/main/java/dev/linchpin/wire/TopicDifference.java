package dev.linchpin.wire;

/** How a cluster differs from the catalogue. */
public sealed interface TopicDifference {
  /** Name of the topic. */
  String topic();

  /** One line: expected, got. */
  String describe();

  /** The topic is not there. */
  record Missing(String topic) implements TopicDifference {
    @Override
    public String describe() {
      return topic + ": missing";
    }
  }

  /** It has another number of partitions. */
  record Partitions(String topic, int expected, int actual) implements TopicDifference {
    @Override
    public String describe() {
      return topic + ": expected " + expected + " partitions, got " + actual;
    }
  }

  /** It has another configuration. */
  record Setting(String topic, String name, String expected, String actual)
      implements TopicDifference {
    @Override
    public String describe() {
      return topic + ": expected " + name + "=" + expected + ", got " + actual;
    }
  }
}
