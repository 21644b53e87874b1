package dev.linchpin.wire.claim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.claim.ClaimFaultException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimDeskTest {
  private static final StepRef STEP = new StepRef("../chain/\u00e4 1", 3);
  private static final ByteBuffer CONTENT = ByteBuffer.wrap("a tensor".getBytes(UTF_8));

  @TempDir private Path folder;
  private Path root;
  private ClaimDesk desk;

  @BeforeEach
  void open() throws IOException {
    root = Files.createDirectory(folder.resolve("store"));
    desk = new ClaimDesk(ObjectStore.at(root.toString()));
  }

  @Test
  void shouldGiveBackWhatWasLeft() {
    // Given
    Claim claim = desk.deposit(STEP, CONTENT);

    // When
    ByteBuffer back = new ClaimDesk(ObjectStore.at(root.toUri().toString())).redeem(STEP, claim);

    // Then
    assertThat(back).isEqualTo(CONTENT);
    assertThat(claim.length()).isEqualTo(8);
    assertThat(claim.uri()).matches("[0-9a-f]{2}/[0-9a-f]{32}-3-[0-9a-f]{64}");
  }

  @Test
  void shouldLeaveOneWholeFileAndNothingElse() throws IOException {
    // When
    Claim claim = desk.deposit(STEP, CONTENT);
    desk.deposit(STEP, CONTENT);

    // Then
    assertThat(files()).containsExactly(root.resolve(claim.uri()));
    assertThat(CONTENT.remaining()).isEqualTo(8);
  }

  @Test
  void shouldSayThatAnObjectIsMissing() throws IOException {
    // Given
    Claim claim = desk.deposit(STEP, CONTENT);
    Files.delete(root.resolve(claim.uri()));

    // When, Then
    assertFault(claim, Fault.MISSING, "expected an object " + claim.uri() + ", got none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a tenso", "a tensor!", "a tenser", ""})
  void shouldRefuseAnotherContent(String other) throws IOException {
    // Given
    Claim claim = desk.deposit(STEP, CONTENT);
    Files.writeString(root.resolve(claim.uri()), other);

    // When, Then
    assertFault(claim, Fault.MISMATCH, "expected 8 bytes with SHA-256 " + claim.sha256());
  }

  @Test
  void shouldOpenNothingButTheObjectOfTheStep() throws IOException {
    // Given
    Path secret = Files.writeString(folder.resolve("secret"), "a tensor");
    Claim claim = Claim.of(STEP, CONTENT);
    Claim another = desk.deposit(new StepRef("another", 3), CONTENT);
    List<String> names =
        List.of("../secret", secret.toString(), secret.toUri().toString(), another.uri(), "");

    // When, Then
    for (String name : names) {
      assertFault(
          new Claim(name, claim.length(), claim.sha256()),
          Fault.MISMATCH,
          "expected the name of an object of " + STEP + ", got " + name);
    }
    assertFault(new Claim("x", 8, "../secret"), Fault.MISMATCH, "expected the name of an object");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, ClaimDesk.LARGEST + 1, Long.MAX_VALUE})
  void shouldRefuseALengthThatNoObjectHas(long length) {
    // Given
    Claim claim = desk.deposit(STEP, CONTENT);

    // When, Then
    assertFault(
        new Claim(claim.uri(), length, claim.sha256()),
        Fault.MISMATCH,
        "expected an object of 1 to 67108864 bytes, got " + length);
  }

  @Test
  void shouldCallAStoreWithoutItsRootAwayAndNotEmpty() throws IOException {
    // Given
    Claim claim = desk.deposit(STEP, CONTENT);
    Files.move(root, folder.resolve("unmounted"));

    // When, Then
    assertThatThrownBy(() -> desk.redeem(STEP, claim))
        .isInstanceOf(ObjectStoreUnavailableException.class)
        .hasMessageContaining(root.toString());
    assertThatThrownBy(() -> desk.deposit(STEP, CONTENT))
        .isInstanceOf(ObjectStoreUnavailableException.class);
    assertThat(root).doesNotExist();
  }

  @Test
  void shouldRefuseAStoreThatItCannotSpeakTo() {
    assertThatThrownBy(() -> ObjectStore.at("s3://bucket/x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a folder or a file: URI, got s3://bucket/x");
  }

  private void assertFault(Claim claim, Fault fault, String message) {
    assertThatThrownBy(() -> desk.redeem(STEP, claim))
        .isInstanceOfSatisfying(
            ClaimFaultException.class, e -> assertThat(e.fault()).isEqualTo(fault))
        .hasMessageStartingWith(message);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
