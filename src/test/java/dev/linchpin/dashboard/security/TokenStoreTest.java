package dev.linchpin.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokenStoreTest {
  @TempDir private Path folder;
  private Path file;
  private TokenStore store;
  private int writes;

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("tokens");
    write("rw-------", Tokens.line("ada", "operator", Tokens.ADA));
    store = new TokenStore(Optional.of(file));
  }

  @Test
  void shouldReadTheFileAgainWhenItHasChanged() throws IOException {
    assertThat(store.current().owner(Tokens.ADA)).isPresent();

    write("rw-------", Tokens.line("ada", "operator", Tokens.BOB));

    assertThat(store.current().owner(Tokens.ADA)).isEmpty();
    assertThat(store.current().owner(Tokens.BOB)).isPresent();
  }

  @Test
  void shouldLetNobodyInWhileTheFileIsFaultyOrGone() throws IOException {
    write("rw-------", "ada operator", Tokens.line("bob", "viewer", Tokens.BOB));
    assertThat(store.current().owner(Tokens.BOB)).isEmpty();

    Files.delete(file);
    assertThat(store.current().lines()).isEmpty();

    write("rw-------", Tokens.line("bob", "viewer", Tokens.BOB));
    assertThat(store.current().owner(Tokens.BOB)).isPresent();
  }

  @Test
  void shouldRefuseAFileThatOthersCanRead() throws IOException {
    write("rw-r--r--", Tokens.line("ada", "operator", Tokens.ADA));

    assertThatThrownBy(store::check)
        .isInstanceOf(AccessException.class)
        .hasMessage(
            "token file %s: expected a file that others cannot read and only its owner can write"
                + " (chmod 600), got rw-r--r--",
            file);
    assertThat(store.current().lines()).isEmpty();
  }

  @Test
  void shouldSayEveryFaultAtOnce() throws IOException {
    write("rw-r-----", "ada operator", "bob viewer 1234");

    assertThatThrownBy(store::check)
        .hasMessage(
            "token file %s: line 1: expected `name role sha256`, got 2 words; line 2: expected 64"
                + " hexadecimal digits, got 4 characters",
            file);
  }

  @Test
  void shouldSayThatTheFileIsMissing() throws IOException {
    Files.delete(file);

    assertThatThrownBy(store::check).hasMessage("token file %s: expected a file, got none", file);
  }

  @Test
  void shouldHaveNobodyInItWithoutAFile() {
    TokenStore none = new TokenStore(Optional.empty());

    none.check();

    assertThat(none.isConfigured()).isFalse();
    assertThat(none.current().lines()).isEmpty();
  }

  /** As if a while had passed since the last time. */
  private void write(String permissions, String... lines) throws IOException {
    Files.write(file, List.of(lines));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    Instant time = Instant.parse("2026-11-26T08:00:00Z").plusSeconds(writes++);
    Files.setLastModifiedTime(file, FileTime.from(time));
  }
}
