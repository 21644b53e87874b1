package dev.linchpin.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/**
 * Writes an archive. Avro has its metadata in front, and these have counts: so the records go to a
 * draft beside the file first, and their compressed blocks are copied behind the metadata at the
 * end. The file appears under its name when it is whole and on disk. Meanwhile it takes twice its
 * size.
 */
final class ArchiveWriter implements AutoCloseable {
  static final String HEADER = "linchpin.archive";

  /**
   * Zstandard, since activations leave it a quarter smaller at the speed of a disk, with a checksum
   * for every block, by which a flipped bit is found. zstd-jni is there: Kafka's clients bring it.
   */
  private static final CodecFactory CODEC =
      CodecFactory.zstandardCodec(CodecFactory.DEFAULT_ZSTANDARD_LEVEL, true);

  /** Bytes of a block before compression; a record that is larger has one to itself. */
  private static final int BLOCK = 1 << 20;

  private final Path file;
  private final Path records;
  private final Path whole;
  private final DataFileWriter<GenericRecord> writer;

  /** Begins a file, in a folder that is there. */
  ArchiveWriter(Path file) {
    this.file = file.toAbsolutePath();
    String draft = "." + this.file.getFileName() + "." + UUID.randomUUID();
    this.records = this.file.resolveSibling(draft + ".records");
    this.whole = this.file.resolveSibling(draft + ".whole");
    this.writer = newWriter();
    try {
      writer.create(RecordCodec.SCHEMA, records.toFile());
    } catch (IOException e) {
      throw failure(e);
    }
  }

  void write(ArchivedRecord record) {
    try {
      writer.append(RecordCodec.write(record));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Ends the file, in the place of one that may be there. */
  void finish(ArchiveHeader header) {
    try {
      writer.close();
      join(header);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Removes the drafts. */
  @Override
  public void close() {
    try {
      writer.close();
      Files.deleteIfExists(records);
      Files.deleteIfExists(whole);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void join(ArchiveHeader header) throws IOException {
    try (DataFileWriter<GenericRecord> out = newWriter();
        DataFileReader<GenericRecord> in =
            new DataFileReader<>(records.toFile(), new GenericDatumReader<>())) {
      out.setMeta(HEADER, header.toJson());
      out.create(RecordCodec.SCHEMA, whole.toFile());
      out.appendAllFrom(in, false);
      out.fSync();
    }
  }

  private static DataFileWriter<GenericRecord> newWriter() {
    return new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(RecordCodec.SCHEMA))
        .setCodec(CODEC)
        .setSyncInterval(BLOCK);
  }

  private UncheckedIOException failure(IOException e) {
    return new UncheckedIOException("cannot write the archive " + file + ": " + e, e);
  }
}
