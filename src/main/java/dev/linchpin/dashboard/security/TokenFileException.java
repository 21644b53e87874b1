package dev.linchpin.dashboard.security;

import java.nio.file.Path;
import java.util.List;

/** A token file that cannot be used, with all that is wrong with it. */
public final class TokenFileException extends RuntimeException {
  TokenFileException(Path file, List<String> faults) {
    super("token file " + file + ": " + String.join("; ", faults));
  }
}
