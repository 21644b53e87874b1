package dev.linchpin.wire.claim;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps objects under their names. For several threads at once. */
public interface ObjectStore {

  /**
   * Keeps an object, in the place of one of that name. It is durable and whole, or not there, when
   * this returns or fails.
   *
   * @param name relative, of letters, digits, dashes and slashes
   * @throws IOException if the store is away: trying again may help
   */
  void write(String name, ByteBuffer content) throws IOException;

  /**
   * An object; empty if there is none of that name.
   *
   * @param most bytes that are read; of a longer object only these and one more
   * @throws IOException if the store is away: trying again may help
   */
  Optional<ByteBuffer> read(String name, long most) throws IOException;

  /**
   * The store at an address.
   *
   * @param address a folder, as a path or as a {@code file:} URI, that every node sees
   * @throws IllegalArgumentException if it is neither
   */
  static ObjectStore at(String address) {
    String scheme =
        address.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*") ? URI.create(address).getScheme() : "";
    return switch (scheme) {
      case "" -> new FileStore(Path.of(address));
      case "file" -> new FileStore(Path.of(URI.create(address)));
      default ->
          throw new IllegalArgumentException("expected a folder or a file: URI, got " + address);
    };
  }
}
