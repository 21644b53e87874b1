package dev.linchpin.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.app.deadletters.DeadLettersCommand;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.SampleEvents;
import dev.linchpin.wire.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(300)
final class DeadLettersCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant TIME = Instant.parse("2026-11-22T10:15:30Z");

  @TempDir private static Path broker;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  @TempDir private Path folder;
  private LiveTopics world;
  private String out = "";
  private String err = "";

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(broker);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    registry.close();
    kafka.close();
  }

  @BeforeEach
  void open(TestInfo test) throws Exception {
    world = new LiveTopics(kafka, registry, test.getTestMethod().orElseThrow().getName() + ".");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void shouldListLettersAndCountThemByReason() {
    // Given
    threeLetters();
    String prefix = world.topics.prefix();

    // When, Then
    expect(
        run("list"),
        "LETTER +REASON +ORIGIN +TIME +KEY +BYTES +ATTEMPTS +REPLAYED +MESSAGE",
        "0:0 +UNKNOWN_SCHEMA +"
            + prefix
            + "activations 2:7 +"
            + TIME
            + " +chain-1 +12 +0 +0 +"
            + "expected this, got that",
        "0:1 +NO_HEADERS +- +- +0xff00 +- +0 +0 +no linchpin headers",
        "1:0 +EMPTY +" + prefix + "problems 0:3 +2026-11-22T10:15:31Z +- +1 +0 +0 +.*",
        "3 letters",
        "  EMPTY +1",
        "  NO_HEADERS +1",
        "  UNKNOWN_SCHEMA +1");
  }

  @Test
  void shouldListWhatTheFiltersMean() throws Exception {
    // Given
    threeLetters();

    // When, Then
    assertThat(listed("--reason", "EMPTY", "--reason", "NO_HEADERS")).containsExactly("0:1", "1:0");
    assertThat(listed("--topic", world.topics.activations().name())).containsExactly("0:0");
    assertThat(listed("--since", "2026-11-22T10:15:31Z")).containsExactly("1:0");
    assertThat(listed("--until", "2026-11-22T10:15:31Z")).containsExactly("0:0");
    assertThat(listed("--chain", "chain-1")).containsExactly("0:0");
    assertThat(listed("--reason", "OTHER")).isEmpty();
    assertThat(listed()).containsExactly("0:0", "0:1", "1:0");
  }

  @Test
  void shouldShowAllOfALetter() throws Exception {
    // Given
    byte[] good = world.bytes(world.topics.activations(), SampleEvents.activationsCaptured());
    byte[] unknown = ByteBuffer.wrap(good.clone()).putInt(1, 4711).array();
    letter(0, origin("UNKNOWN_SCHEMA", world.topics.activations(), 7), "chain-1", unknown);
    letter(0, origin("UNKNOWN_SCHEMA", world.topics.activations(), 8), "chain-1", good);
    Path file = folder.resolve("value");

    // When
    succeed(run("show", "0:0", "--bytes", "5", "--out", file.toString()));

    // Then
    assertThat(out.lines())
        .anyMatch(line -> line.matches("letter +0:0"))
        .anyMatch(line -> line.matches("now +UNKNOWN_SCHEMA: unknown schema id 4711"))
        .anyMatch(line -> line.matches("header linchpin.dead-letter.offset +7"))
        .anyMatch(line -> line.matches("header trace +0x07"))
        .anyMatch(line -> line.matches("00000000  00 00 00 12 67 +\\|\\.{4}g\\|"));
    assertThat(file).hasBinaryContent(unknown);

    // When
    succeed(run("show", "0:1", "--json", "--bytes", "2"));

    // Then
    JsonNode shown = JSON.readTree(out);
    assertThat(shown.at("/now/decodable").asBoolean()).isTrue();
    assertThat(shown.at("/now/record").asText()).isEqualTo("ActivationsCaptured");
    assertThat(shown.at("/bytes").asInt()).isEqualTo(good.length);
    assertThat(shown.at("/hex").asText()).isEqualTo("0000");
    assertThat(shown.at("/keyHex").asText()).isEqualTo("636861696e2d31");
    assertThat(shown.at("/headers/0/name").asText()).isEqualTo("trace");
  }

  @Test
  void shouldShowWhatSomebodyElseWrote() {
    // Given
    threeLetters();

    // When
    succeed(run("show", "0:1"));

    // Then
    assertThat(out.lines())
        .anyMatch(line -> line.matches("bytes +no value"))
        .anyMatch(line -> line.matches("now +cannot be told: no linchpin headers"));
  }

  @Test
  void shouldPutRecordsBackOnceUnlessAskedTo() {
    // Given
    threeLetters();
    String activations = world.topics.activations().name();
    int where = partition();

    // When, Then
    expect(
        run("replay", "0:0", "--dry-run"),
        "0:0 +would be redelivered: " + activations + ", attempt 1",
        "1 selected: 1 would be redelivered, 0 already redelivered, 0 refused");
    expectLines(
        1,
        run("replay", "--all"),
        "0:0 +redelivered: " + activations + " " + where + ":1, attempt 1, 20.*Z",
        "0:1 +refused: UNKNOWN_ORIGIN: no linchpin headers",
        "1:0 +redelivered: .*problems 0:0, attempt 1, 20.*Z",
        "3 selected: 2 redelivered, 0 already redelivered, 1 refused \\(UNKNOWN_ORIGIN 1\\)");
    expect(
        run("replay", "--reason", "UNKNOWN_SCHEMA"),
        "0:0 +already redelivered: " + activations + " " + where + ":1, attempt 1, 20.*Z",
        "1 selected: 0 redelivered, 1 already redelivered, 0 refused");
    expect(
        run("replay", "0:0", "1:0", "0:0", "--again"),
        "0:0 +redelivered: .*, attempt 2, .*",
        "1:0 +redelivered: .*, attempt 2, .*",
        "2 selected: 2 redelivered, 0 already redelivered, 0 refused");
    succeed(run("list", "--chain", "chain-1"));
    assertThat(out).containsPattern(" chain-1 +12 +0 +2 +expected this");
    succeed(run("show", "0:0"));
    assertThat(out)
        .containsPattern("lastReplay +" + activations + " " + where + ":\\d+, attempt 2");
    ConsumerRecord<byte[], byte[]> first =
        world.recordsUntil(world.topics.activations(), record -> record.offset() > 0).get(1);
    assertThat(first.key()).isEqualTo("chain-1".getBytes(UTF_8));
    assertThat(first.value()).hasSize(12);
    assertThat(first.timestamp()).isEqualTo(TIME.toEpochMilli());
    assertThat(first.headers().lastHeader("trace").value()).containsExactly(7);
    assertThat(first.headers().lastHeader("linchpin.redelivery.letter").value())
        .isEqualTo("0:0".getBytes(UTF_8));
    assertThat(first.headers().lastHeader(DeadLetter.REASON)).isNull();
  }

  @Test
  void shouldReportAReplayAsJson() throws Exception {
    // Given
    threeLetters();

    // When
    int code = run("replay", "1:0", "0:1", "0:99", "--json");

    // Then
    assertThat(code).isEqualTo(1);
    List<JsonNode> lines = lines();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0).at("/outcome").asText()).isEqualTo("redelivered");
    assertThat(lines.get(0).at("/attempt").asInt()).isEqualTo(1);
    assertThat(lines.get(2).at("/reason").asText()).isEqualTo("NO_SUCH_LETTER");
    assertThat(lines.get(3).at("/selected").asInt()).isEqualTo(3);
    assertThat(lines.get(3).at("/redelivered").asInt()).isEqualTo(1);
    assertThat(lines.get(3).at("/refusedByReason/UNKNOWN_ORIGIN").asInt()).isEqualTo(1);
    assertThat(lines.get(3).at("/refusedByReason/NO_SUCH_LETTER").asInt()).isEqualTo(1);
  }

  @Test
  void shouldPutBackALetterThatIsLargerThanAFetch() {
    // Given
    byte[] large = new byte[60 << 20];
    large[large.length - 1] = 7;
    letter(0, origin("MALFORMED", world.topics.probes(), 0), "a/b/1", large);

    // When
    succeed(run("replay", "--all"));

    // Then
    ConsumerRecord<byte[], byte[]> back =
        world.recordsUntil(world.topics.probes(), record -> true).get(0);
    assertThat(back.value()).isEqualTo(large);
  }

  @Test
  void shouldRefuseInOneLineWhatCannotBeDone() throws Exception {
    threeLetters();
    Path there = Files.createFile(folder.resolve("there"));

    expectFault(1, run("show", "0:99"), "there is no letter 0:99 in ");
    expectFault(1, run("show", "7:0"), "there is no letter 7:0 in ");
    expectFault(1, run("show", "0:1", "--out", folder + "/none"), "has no value to write");
    expectFault(1, run("show", "0:0", "--out", folder + "/no/file"), "cannot write the value");
    expectFault(1, run("replay", "--reason", "OTHER"), "no letter meets the filters");
    expectFault(2, run("show", "0:0", "--out", there.toString()), "got " + there);
    expectFault(2, run("show", "0:0", "--bytes", "-1"), "--bytes: expected 0 to 65536, got -1");
    expectFault(2, run("show", "17"), "expected PARTITION:OFFSET, got '17'");
    expectFault(2, run("replay"), "expected either letters (P:O), or filters, or --all, got none");
    expectFault(2, run("replay", "--all", "0:0"), "got more than one of them");
    expectFault(2, run("replay", "--all", "--chain", "a"), "got more than one of them");
    expectFault(2, run("list", "--since", "today"), "expected a time such as");
    expectFault(
        2,
        run("list", "--since", "2026-01-02T00:00:00Z", "--until", "2026-01-01T00:00:00Z"),
        "--until: expected a time after 2026-01-02T00:00:00Z");
    expectFault(2, execute("list"), "Missing --bootstrap-servers and --schema-registry-url");
    expectFault(2, execute(), "Missing command");
  }

  @Test
  void shouldDoNothingWithoutLetters() {
    expect(run("list"), "LETTER .*", "0 letters");
    expect(run("replay", "--all"), "0 selected: 0 redelivered, 0 already redelivered, 0 refused");
  }

  @Test
  void shouldSayThatTheTopicIsMissing() {
    int code =
        execute(
            "list",
            "--prefix",
            "absent.",
            "--bootstrap-servers",
            kafka.bootstrapServers(),
            "--schema-registry-url",
            registry.url());

    expectFault(1, code, "topic absent.dead-letters cannot be used");
  }

  /** One that can be put back, one of somebody else, one without a key. */
  private void threeLetters() {
    world.send(world.topics.activations(), "chain-1", new byte[1]);
    letter(0, origin("UNKNOWN_SCHEMA", world.topics.activations(), 7), "chain-1", new byte[12]);
    world.send(
        new ProducerRecord<>(
            world.topics.deadLetters().name(), 0, new byte[] {-1, 0}, (byte[]) null));
    letter(
        1,
        new DeadLetter(
            "EMPTY",
            world.topics.problems().name(),
            new LogAddress(0, 3),
            TIME.plusSeconds(1),
            "expected\nthis"),
        null,
        new byte[1]);
  }

  private static DeadLetter origin(String reason, Topic<?> topic, long offset) {
    return new DeadLetter(
        reason, topic.name(), new LogAddress(2, offset), TIME, "expected this, got that");
  }

  private void letter(int partition, DeadLetter origin, String key, byte[] value) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("trace", new byte[] {7});
    origin.writeTo(headers);
    byte[] bytes = key == null ? null : key.getBytes(UTF_8);
    world.send(
        new ProducerRecord<>(world.topics.deadLetters().name(), partition, bytes, value, headers));
  }

  /** Where the default partitioner has put the record of the chain. */
  private int partition() {
    return world.recordsUntil(world.topics.activations(), record -> true).get(0).partition();
  }

  private List<String> listed(String... filters) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("list", "--json"));
    arguments.addAll(List.of(filters));
    succeed(run(arguments.toArray(String[]::new)));
    List<JsonNode> lines = lines();
    JsonNode summary = lines.remove(lines.size() - 1);
    assertThat(summary.at("/letters").asInt()).isEqualTo(lines.size());
    return lines.stream().map(line -> line.at("/letter").asText()).toList();
  }

  private List<JsonNode> lines() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private void expect(int code, String... lines) {
    expectLines(0, code, lines);
  }

  private void expectLines(int expected, int code, String... lines) {
    assertThat(code).as(err).isEqualTo(expected);
    List<String> got = out.lines().toList();
    assertThat(got).hasSameSizeAs(lines);
    for (int i = 0; i < lines.length; i++) {
      assertThat(got.get(i)).matches(lines[i]);
    }
  }

  private void succeed(int code) {
    assertThat(code).as(err).isZero();
  }

  private void expectFault(int expected, int code, String message) {
    assertThat(code).isEqualTo(expected);
    assertThat(err.strip().lines()).hasSize(1);
    assertThat(err).contains(message);
    assertThat(out).isEmpty();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", kafka.bootstrapServers()));
    all.addAll(List.of("--schema-registry-url", registry.url()));
    all.addAll(List.of("--prefix", world.topics.prefix()));
    return execute(all.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    StringWriter stdout = new StringWriter();
    StringWriter stderr = new StringWriter();
    int code =
        new CommandLine(new DeadLettersCommand())
            .setOut(new PrintWriter(stdout, true))
            .setErr(new PrintWriter(stderr, true))
            .setParameterExceptionHandler(CommandLineSetup::reject)
            .setExecutionExceptionHandler(CommandLineSetup::fail)
            .execute(arguments);
    out = stdout.toString();
    err = stderr.toString();
    return code;
  }
}
