package dev.linchpin.inference;

import java.io.IOException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells failures that pass from those that stay. */
final class Faults {

  private Faults() {}

  /** Whether trying again may help: cluster or registry did not answer, at whatever depth. */
  static boolean pass(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException || cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
