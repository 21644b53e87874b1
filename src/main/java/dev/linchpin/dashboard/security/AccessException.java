package dev.linchpin.dashboard.security;

import java.nio.file.Path;
import java.util.List;

/** The server may not serve as it is configured; the message says why. */
public final class AccessException extends RuntimeException {
  AccessException(String message) {
    super(message);
  }

  /** A token file that cannot be used, with all that is wrong with it. */
  static AccessException of(Path file, List<String> faults) {
    return new AccessException("token file " + file + ": " + String.join("; ", faults));
  }
}
