package dev.linchpin.dashboard.security;

import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The token file, read again whenever it has changed. A file that is faulty, or gone, lets nobody
 * in until it is mended. For all threads.
 */
final class TokenStore {
  private static final Logger LOG = Logger.getLogger(TokenStore.class);
  private static final long LARGEST = 1 << 20;
  private static final Set<PosixFilePermission> TOO_OPEN =
      Set.of(OTHERS_READ, OTHERS_WRITE, GROUP_WRITE);

  private final Optional<Path> path;
  private Optional<Stamp> seen = Optional.empty();
  private TokenFile users = TokenFile.NONE;

  /** Tells one content of the file from another. */
  private record Stamp(FileTime modified, long size, Optional<Object> file) {}

  /** A store that has read nothing; without a path there is nobody in it. */
  TokenStore(Optional<Path> path) {
    this.path = path;
  }

  /** Whether tokens are a way in. */
  boolean isConfigured() {
    return path.isPresent();
  }

  /** Who has a token at this moment. */
  TokenFile current() {
    return path.map(this::refreshed).orElse(TokenFile.NONE);
  }

  /**
   * Reads the file, where there is to be one.
   *
   * @throws AccessException with every fault of it
   */
  void check() {
    path.ifPresent(TokenStore::read);
  }

  private synchronized TokenFile refreshed(Path file) {
    Optional<Stamp> now = stamp(file);
    if (now.isEmpty() || !now.equals(seen)) {
      users = readOrNobody(file, now.isEmpty() && seen.isEmpty());
      seen = now;
    }
    return users;
  }

  private static TokenFile readOrNobody(Path file, boolean known) {
    try {
      return read(file);
    } catch (AccessException e) {
      if (!known) {
        LOG.errorf("Nobody is let in by token: cause=%s", e.getMessage());
      }
      return TokenFile.NONE;
    }
  }

  private static Optional<Stamp> stamp(Path file) {
    try {
      BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new Stamp(is.lastModifiedTime(), is.size(), Optional.ofNullable(is.fileKey())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static TokenFile read(Path file) {
    try {
      requirePrivate(file);
      TokenFileParser parser = new TokenFileParser();
      parser.read(Files.readAllLines(file));
      if (!parser.faults().isEmpty()) {
        throw AccessException.of(file, parser.faults());
      }
      return parser.users();
    } catch (NoSuchFileException e) {
      throw AccessException.of(file, List.of("expected a file, got none"));
    } catch (CharacterCodingException e) {
      throw AccessException.of(file, List.of("expected text in UTF-8, got other bytes"));
    } catch (IOException e) {
      throw AccessException.of(file, List.of("expected to read it, got " + e));
    }
  }

  private static void requirePrivate(Path file) throws IOException {
    long size = Files.size(file);
    if (size > LARGEST) {
      throw AccessException.of(
          file, List.of("expected at most %d bytes, got %d".formatted(LARGEST, size)));
    }
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix != null) {
      Set<PosixFilePermission> has = posix.readAttributes().permissions();
      if (TOO_OPEN.stream().anyMatch(has::contains)) {
        throw AccessException.of(file, List.of(tooOpen(has)));
      }
    }
  }

  private static String tooOpen(Set<PosixFilePermission> has) {
    return "expected a file that others cannot read and only its owner can write (chmod 600), got "
        + PosixFilePermissions.toString(has);
  }
}
