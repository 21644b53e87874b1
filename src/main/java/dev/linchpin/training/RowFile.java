package dev.linchpin.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Rows of bytes of one length in a file that only grows. It starts empty and goes when closed. */
final class RowFile implements AutoCloseable {
  private final Path file;
  private final int rowBytes;
  private final FileChannel channel;
  private int rows;

  private RowFile(Path file, int rowBytes, FileChannel channel) {
    this.file = file;
    this.rowBytes = rowBytes;
    this.channel = channel;
  }

  /**
   * Makes the file, or empties what a process that is no more has left.
   *
   * @param rowBytes length of every row, at least 1
   * @throws UncheckedIOException if it cannot be made, or is in use
   */
  static RowFile create(Path file, int rowBytes) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock(channel);
      channel.truncate(0);
      return new RowFile(file, rowBytes, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + file + ": " + e.getMessage(), e);
    }
  }

  private static void lock(FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException("it is in use", e);
    }
    channel.close();
    throw new IOException("it is in use by another process");
  }

  /** Appends a row and gives its number, from 0. */
  int append(ByteBuffer row) {
    if (row.remaining() != rowBytes) {
      throw new IllegalArgumentException(
          "expected a row of %d bytes, got %d".formatted(rowBytes, row.remaining()));
    }
    try {
      ByteBuffer buffer = row.slice();
      while (buffer.hasRemaining()) {
        channel.write(buffer, start(rows) + buffer.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + file, e);
    }
    return rows++;
  }

  /** Reads a row into {@code into}, {@code [rowBytes]}. */
  void read(int row, byte[] into) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(into, 0, rowBytes);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, start(row) + buffer.position()) < 0) {
          throw new IOException("expected row %d of %d, got the end".formatted(row, rows));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }

  private long start(int row) {
    return (long) row * rowBytes;
  }
}
