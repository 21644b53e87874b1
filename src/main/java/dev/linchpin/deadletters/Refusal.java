package dev.linchpin.deadletters;

/** Why a letter cannot be put back. */
public enum Refusal {
  /** There is no such letter, or no longer. */
  NO_SUCH_LETTER,
  /** Its headers do not say where the record came from. */
  UNKNOWN_ORIGIN,
  /** It came from a topic to which nothing is put back. */
  FOREIGN_TOPIC,
  /** The cluster does not have that topic. */
  MISSING_TOPIC,
  /** The record has no value: it would be rejected again, or take something away. */
  NO_VALUE,
  /** It has no key, and the partition that it came from is not there. */
  MISSING_PARTITION,
  /** The broker does not take it, because of its size or its timestamp. */
  NOT_ACCEPTED
}
