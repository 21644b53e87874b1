package dev.linchpin.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.common.KafkaException;

/**
 * Keeps a second broker out of a folder. Kafka would find out too, and end the whole process.
 *
 * @param file holds the lock as long as it is open
 */
record FolderLock(FileChannel file) implements AutoCloseable {

  private static final String NAME = "linchpin.lock";

  /** Locks the folder, which is made when absent. */
  static FolderLock of(Path folder) {
    try {
      Files.createDirectories(folder);
      return of(
          FileChannel.open(
              folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE),
          folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded broker cannot use the folder " + folder, e);
    }
  }

  private static FolderLock of(FileChannel file, Path folder) throws IOException {
    try {
      if (file.tryLock() != null) {
        return new FolderLock(file);
      }
    } catch (OverlappingFileLockException e) {
      // Held in this very process; told below.
    }
    file.close();
    throw new KafkaException("Another embedded broker is using the folder " + folder);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
