package dev.linchpin.wire.claim;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Objects as files of a folder that all nodes see. A file appears under its name when it is
 * complete and on disk. A root that is not there counts as away, not as empty: a file system that
 * is not mounted must not look as if objects were missing.
 */
final class FileStore implements ObjectStore {
  private final Path root;

  FileStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public void write(String name, ByteBuffer content) throws IOException {
    requireRoot();
    Path target = resolve(name);
    Path folder = target.getParent();
    Files.createDirectories(folder);
    Path draft = folder.resolve("draft-" + UUID.randomUUID());
    try {
      writeDurably(draft, content);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      force(folder);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public Optional<ByteBuffer> read(String name, long most) throws IOException {
    try (InputStream file = Files.newInputStream(resolve(name))) {
      byte[] content = file.readNBytes(Math.toIntExact(most + 1));
      return Optional.of(ByteBuffer.wrap(content));
    } catch (NoSuchFileException e) {
      requireRoot();
      return Optional.empty();
    }
  }

  private Path resolve(String name) {
    Path file = root.resolve(name).normalize();
    if (!name.matches("[a-zA-Z0-9/-]+") || !file.startsWith(root) || file.equals(root)) {
      throw new IllegalArgumentException("expected the name of an object, got " + name);
    }
    return file;
  }

  private void requireRoot() throws FileNotFoundException {
    if (!Files.isDirectory(root)) {
      throw new FileNotFoundException("the store is not there: " + root);
    }
  }

  private static void writeDurably(Path file, ByteBuffer content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = content.duplicate();
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** The new name is durable, too. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
