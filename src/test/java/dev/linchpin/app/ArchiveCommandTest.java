package dev.linchpin.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.app.archive.ReplayExportCommand;
import dev.linchpin.app.archive.ReplayImportCommand;
import dev.linchpin.archive.ArchivedTopic;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.log.RawLog;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.registry.InMemoryRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.TestSchemas;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.TopicAdmin;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Chains from one cluster to another, through a file. */
@Timeout(300)
final class ArchiveCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path brokers;
  private static EmbeddedKafka sourceKafka;
  private static EmbeddedKafka targetKafka;
  private static EmbeddedRegistry sourceRegistry;
  private static EmbeddedRegistry targetRegistry;

  @TempDir private Path folder;
  private Path file;
  private LiveTopics source;
  private LiveTopics target;
  private String out = "";
  private String err = "";

  @BeforeAll
  static void start() throws Exception {
    sourceKafka = EmbeddedKafka.start(brokers.resolve("source"));
    targetKafka = EmbeddedKafka.start(brokers.resolve("target"));
    sourceRegistry = EmbeddedRegistry.start(sourceKafka.bootstrapServers());
    targetRegistry = EmbeddedRegistry.start(targetKafka.bootstrapServers());
    for (String schema : schemas()) {
      register(sourceRegistry, schema);
      register(targetRegistry, schema);
    }
  }

  @AfterAll
  static void stop() {
    sourceRegistry.close();
    targetRegistry.close();
    sourceKafka.close();
    targetKafka.close();
  }

  @BeforeEach
  void open(TestInfo test) throws Exception {
    String name = test.getTestMethod().orElseThrow().getName();
    source = new LiveTopics(sourceKafka, sourceRegistry, name + ".from.");
    target = new LiveTopics(targetKafka, targetRegistry, name + ".to.");
    file = folder.resolve("chains.avro");
  }

  @AfterEach
  void close() {
    source.close();
    target.close();
  }

  @Test
  void shouldBringEveryRecordOverByteForByte() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 3);
    ArchivedChains.publish(source, "b", 2);
    sendOddRecords();
    succeed(export("--json"));
    long records = count(out);

    // When
    succeed(load(target, "--json"));

    // Then
    JsonNode report = JSON.readTree(out);
    assertAddsUp(report);
    assertThat(sum(report, "records")).isEqualTo(records).isEqualTo(32);
    assertThat(sum(report, "identical")).isEqualTo(records);
    assertThat(report.get("renumberedSchemas").asInt()).isZero();
    for (ArchivedTopic topic : ArchivedTopic.values()) {
      assertThat(comparable(target, topic)).isEqualTo(comparable(source, topic)).isNotEmpty();
    }
  }

  @Test
  void shouldWriteNothingTwice() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 3);
    sendOddRecords();
    succeed(export());
    shiftAddresses();
    succeed(load(target));
    List<Integer> before = counts(target);

    // When
    succeed(load(target, "--json"));

    // Then
    JsonNode report = JSON.readTree(out);
    assertAddsUp(report);
    assertThat(sum(report, "present")).isEqualTo(sum(report, "records"));
    assertThat(counts(target)).isEqualTo(before);
  }

  @Test
  void shouldWriteNothingIntoTheClusterThatItComesFrom() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 3);
    succeed(export());
    List<Integer> before = counts(source);

    // When
    succeed(load(source));

    // Then
    assertThat(counts(source)).isEqualTo(before);
  }

  @Test
  void shouldGoOnWhereAnImportStopped() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 3);
    ArchivedChains.publish(source, "b", 2);
    succeed(export("--chain", "a"));
    shiftAddresses();
    succeed(load(target));
    succeed(export("--force"));

    // When
    succeed(load(target, "--json"));

    // Then
    JsonNode report = JSON.readTree(out);
    assertAddsUp(report);
    assertThat(sum(report, "present")).isEqualTo(17);
    assertThat(sum(report, "records")).isEqualTo(30);
    assertThat(scores(target, 5)).allSatisfy(score -> assertAddress(score));
  }

  @Test
  void shouldRenumberSchemas() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 3);
    succeed(export());
    try (EmbeddedRegistry other = InMemoryRegistry.start()) {
      TestSchemas.register(other, "x", Schema.create(Schema.Type.LONG));
      LiveTopics renumbered = new LiveTopics(targetKafka, other, "renumbered.");

      // When
      succeed(load(renumbered, "--json"));

      // Then
      JsonNode report = JSON.readTree(out);
      assertAddsUp(report);
      assertThat(sum(report, "renumbered")).isEqualTo(sum(report, "records")).isPositive();
      assertThat(report.get("renumberedSchemas")).isEqualTo(report.get("schemas"));
      for (ArchivedTopic topic : ArchivedTopic.values()) {
        assertThat(withoutIds(renumbered, topic)).isEqualTo(withoutIds(source, topic));
      }
      assertThat(scores(renumbered, 3)).isEqualTo(scores(source, 3));
      renumbered.close();
    }
  }

  @Test
  void shouldGiveScoresAndLabelsTheAddressesThatActivationsHaveNow() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 3);
    shiftAddresses();
    succeed(export());

    // When
    succeed(load(target, "--json"));

    // Then
    JsonNode report = JSON.readTree(out);
    assertAddsUp(report);
    assertThat(sum(report, "readdressed")).isEqualTo(6);
    assertThat(scores(target, 3)).allSatisfy(score -> assertAddress(score));
    assertThat(scores(target, 3))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("activations")
        .isEqualTo(scores(source, 3));
    assertThat(target.valuesUntil(target.topics.labels(), labels -> labels.size() == 3))
        .extracting(StepLabelled::activations)
        .isEqualTo(scores(target, 3).stream().map(StepScored::activations).toList());
  }

  @Test
  void shouldReportWhatRetentionTook() throws Exception {
    // Given
    List<LogAddress> activations = ArchivedChains.publish(source, "a", 3);
    LogAddress rest = activations.get(1);
    source.deleteBefore(source.topics.activations(), rest.partition(), rest.offset());

    // When
    int code = export();

    // Then
    succeed(code);
    assertThat(out)
        .contains("1 chains of which something is missing (retention?)")
        .contains("  a: expected 3 steps, got 2 activations")
        .contains("1 scores whose activations are not in the archive")
        .contains("1 labels whose activations are not in the archive");
  }

  @Test
  void shouldLeaveLabelsWithoutActivationsOutUnlessTold() throws Exception {
    // Given
    List<LogAddress> activations = ArchivedChains.publish(source, "a", 3);
    LogAddress rest = activations.get(1);
    source.deleteBefore(source.topics.activations(), rest.partition(), rest.offset());
    succeed(export());

    // When
    succeed(load(target, "--json"));
    JsonNode first = JSON.readTree(out);
    succeed(load(target, "--json", "--labels-without-activations"));
    JsonNode second = JSON.readTree(out);

    // Then
    assertAddsUp(first);
    assertThat(sum(first, "leftOut")).isEqualTo(1);
    assertThat(first.get("labelsWithoutActivations").asInt()).isEqualTo(1);
    assertThat(first.get("scoresWithoutActivations").asInt()).isEqualTo(1);
    assertThat(scores(target, 3).get(0).activations()).isEqualTo(activations.get(0));
    assertThat(sum(second, "leftOut")).isZero();
    assertThat(sum(second, "present")).isEqualTo(sum(second, "records") - 1);
    List<StepLabelled> labels = target.valuesUntil(target.topics.labels(), all -> all.size() == 3);
    assertThat(labels.get(2).activations()).isEqualTo(activations.get(0));
  }

  @Test
  void shouldBringBackWhatRetentionTook() throws Exception {
    // Given
    List<LogAddress> activations = ArchivedChains.publish(source, "a", 2);
    int partition = activations.get(0).partition();
    succeed(export());
    source.deleteBefore(source.topics.activations(), partition, 2);

    // When
    succeed(load(source, "--json"));

    // Then
    JsonNode report = JSON.readTree(out);
    assertAddsUp(report);
    assertThat(sum(report, "identical")).isEqualTo(2);
    assertThat(sum(report, "readdressed")).isEqualTo(4);
    assertThat(scores(source, 4).subList(2, 4))
        .extracting(StepScored::activations)
        .containsExactly(new LogAddress(partition, 2), new LogAddress(partition, 3));
  }

  @Test
  void shouldSpreadByKeyWhereTheTargetHasOtherPartitions() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 2);
    ArchivedChains.publish(source, "b", 2);
    ArchivedChains.publish(source, "c", 2);
    succeed(export());
    Topics five = new Topics("five.", 5);
    create(five);

    // When
    succeed(run(new ReplayImportCommand(), target.client, "five.", file.toString()));

    // Then
    assertThat(out).contains("3 partitions became 5: records lie where their keys say");
    Cluster cluster = new Cluster(target.client, five);
    for (StepScored score : decoded(cluster, five.scores())) {
      ConsumerRecord<byte[], byte[]> record = at(cluster, five.activations(), score.activations());
      assertThat(new String(record.key(), UTF_8)).isEqualTo(score.step().chainId());
    }
  }

  @Test
  void shouldExportTheChainsThatWereAskedFor() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 1);
    ArchivedChains.publish(source, "b", 2);
    Path list = Files.writeString(folder.resolve("list"), "b\n\n  a \n", UTF_8);

    // When, Then
    assertThat(exported("--chain", "b")).containsExactly(2, 2, 2, 1, 1, 1, 2, 2);
    assertThat(exported("--chains", list.toString())).containsExactly(3, 3, 3, 2, 2, 2, 3, 4);
    assertThat(exported("--model", "tiny")).containsExactly(3, 3, 3, 2, 2, 2, 3, 4);
    assertThat(exported("--model", "other")).containsOnly(0);
    assertThat(exported("--from", "2026-11-22T10:15:31Z")).containsExactly(2, 2, 2, 1, 1, 1, 2, 2);
    assertThat(exported("--until", "2026-11-22T10:15:31Z")).containsExactly(1, 1, 1, 1, 1, 1, 1, 2);
  }

  @Test
  void shouldReportChainsThatAreNotThere() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 1);

    // When
    int code = export("--chain", "a", "--chain", "x", "--json");
    int allowed = export("--chain", "a", "--chain", "x", "--allow-missing", "--force");

    // Then
    assertThat(List.of(code, allowed)).containsExactly(1, 0);
    assertThat(out).contains("1 chains that are not there at all").contains("  x");
  }

  @Test
  void shouldCountChainsThatASelectionByTimeCannotPlace() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 1);
    source.send(source.topics.chains(), "b", ArchivedChains.finished("b", 1));

    // When
    succeed(export("--model", "tiny"));

    // Then
    assertThat(out)
        .contains("1 chains, 1 with their start")
        .contains("1 chains without a start could not be looked at by time or model");
  }

  @Test
  void shouldTakeClaimedTensorsAlong() throws Exception {
    // Given
    Path store = Files.createDirectory(folder.resolve("store"));
    Path otherStore = Files.createDirectory(folder.resolve("other-store"));
    ActivationsCaptured step = ArchivedChains.activations("a", 0);
    source.send(source.topics.activations(), "a", claimed(step, store));

    // When, Then
    expectRefusal(export(), "expected a claim store");
    assertThat(file).doesNotExist();
    succeed(export("--claim-store", store.toString()));
    assertThat(out).contains("1 objects of the claim store are included");
    expectRefusal(load(target), "the archive has 1 objects of a claim store");
    succeed(load(target, "--claim-store", otherStore.toString()));
    assertThat(out).contains("1 objects written to the claim store");
    Map<String, Object> client = new HashMap<>(target.client);
    client.put(WireFormat.CLAIM_STORE, otherStore.toString());
    assertThat(decoded(new Cluster(client, target.topics), target.topics.activations()))
        .containsExactly(step);
    assertThat(comparable(target, ArchivedTopic.ACTIVATIONS))
        .isEqualTo(comparable(source, ArchivedTopic.ACTIVATIONS));
  }

  @Test
  void shouldLeaveClaimedTensorsOutsideWhenTold() throws Exception {
    // Given
    Path store = Files.createDirectory(folder.resolve("store"));
    source.send(
        source.topics.activations(), "a", claimed(ArchivedChains.activations("a", 0), store));

    // When
    succeed(export("--allow-claims"));

    // Then
    assertThat(out)
        .contains("1 records claim an object that is not in the archive")
        .contains("1 with activations");
    succeed(load(target));
    assertThat(out).contains("1 records claim an object that is not in the archive");
  }

  @Test
  void shouldPrintWhatIsInAFileWithoutACluster() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 3);
    succeed(export("--chain", "a"));

    // When
    succeed(execute(new ReplayImportCommand(), file.toString(), "--dry-run"));

    // Then
    assertThat(out.lines())
        .anyMatch(line -> line.matches(".*chains.avro: format 1, .* selected by \\{chain=\\[a]}"))
        .anyMatch(line -> line.matches("activations +3 +3 +20.*Z +20.*Z"))
        .anyMatch(line -> line.matches("schema \\d+ of steps: steps-dev.*StepCompleted"))
        .anyMatch(line -> line.equals("1 chains, 1 with their start, 1 with their end"));
    succeed(execute(new ReplayImportCommand(), file.toString(), "--dry-run", "--json"));
    assertThat(JSON.readTree(out).at("/topics/0/records").asInt()).isEqualTo(3);
  }

  @Test
  void shouldRefuseADamagedFileBeforeAnythingIsWritten() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 3);
    succeed(export());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));

    // When
    int code = load(target);

    // Then
    expectRefusal(code, "archive " + file + ": ");
    assertThat(counts(target)).containsOnly(0);
  }

  @Test
  void shouldRefuseWhatTheTargetWouldDelete() throws Exception {
    // Given
    ArchivedChains.publish(source, "a", 1);
    succeed(export());
    setRetention(target.topics.steps(), "1");

    // When, Then
    expectRefusal(load(target), target.topics.steps().name() + " keeps 0 hours");
    succeed(load(target, "--allow-expired"));
  }

  @Test
  void shouldRefuseInOneLineWhatCannotBeDone() throws Exception {
    ArchivedChains.publish(source, "a", 1);
    succeed(export());

    expectRefusal(export(), "expected a new file, got one that is there: " + file);
    expectRefusal(
        run(
            new ReplayExportCommand(),
            source.client,
            source.topics.prefix(),
            "--out",
            folder.resolve("none/a.avro").toString()),
        "expected a file in a folder that is there");
    expectRefusal(
        run(new ReplayImportCommand(), target.client, "absent.", file.toString()),
        "`linchpin topics --create` makes them), missing [absent.activations");
    expectRefusal(
        run(
            new ReplayExportCommand(),
            source.client,
            "absent.",
            "--out",
            folder.resolve("b.avro").toString()),
        "there is no topic absent.activations");
  }

  @Test
  void shouldRefuseWrongArguments() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty"));

    expectUsage(export("--chain", "a", "--model", "b"), "got both");
    expectUsage(
        export("--from", "2026-11-22T10:00:00Z", "--until", "2026-11-22T10:00:00Z"),
        "expected --from before --until");
    expectUsage(export("--from", "yesterday"), "Invalid value for option '--from'");
    expectUsage(export("--chains", empty.toString()), "expected one id a line, got none");
    expectUsage(export("--chains", folder.resolve("no").toString()), "expected a readable file");
    expectUsage(execute(new ReplayExportCommand()), "Missing required option: '--out=FILE'");
    expectUsage(execute(new ReplayImportCommand()), "Missing required parameter: 'FILE'");
    expectUsage(
        execute(new ReplayImportCommand(), "f"),
        "Missing --bootstrap-servers and --schema-registry-url");
  }

  /** Bytes that nobody understands, one record without a key, headers and no value. */
  private void sendOddRecords() throws Exception {
    source.send(source.topics.steps(), "a", new byte[] {7, 7});
    List<Header> headers =
        List.of(new RecordHeader("h", new byte[] {1}), new RecordHeader("h", (byte[]) null));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            new HashMap<>(source.client), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(source.topics.scores().name(), 2, null, null, null, headers))
          .get();
    }
  }

  /** Other activations in the target, so that those that come have other addresses. */
  private void shiftAddresses() {
    for (int partition = 0; partition < 3; partition++) {
      target.append(target.topics.activations(), partition, new byte[] {1});
    }
  }

  private void assertAddress(StepScored score) {
    Cluster cluster = new Cluster(target.client, target.topics);
    ConsumerRecord<byte[], byte[]> record =
        at(cluster, target.topics.activations(), score.activations());
    assertThat(
            new WireFormat(target.client)
                .decoder()
                .decode(target.topics.activations(), record.value())
                .step())
        .isEqualTo(score.step());
  }

  private static List<StepScored> scores(LiveTopics world, int count) {
    return world.valuesUntil(world.topics.scores(), scores -> scores.size() == count);
  }

  private static byte[] claimed(ActivationsCaptured step, Path store) {
    Map<String, Object> settings =
        Map.of(
            "schema.registry.url",
            sourceRegistry.url(),
            WireFormat.CLAIM_STORE,
            store.toString(),
            WireFormat.CLAIM_ABOVE,
            "0");
    return new WireFormat(settings)
        .serde(Topics.DEFAULT.activations())
        .serializer()
        .serialize("activations", step);
  }

  private static <V> List<V> decoded(Cluster cluster, Topic<V> topic) {
    var decoder = new WireFormat(cluster.client()).decoder();
    return raw(cluster, topic).stream().map(r -> decoder.decode(topic, r.value())).toList();
  }

  private static ConsumerRecord<byte[], byte[]> at(
      Cluster cluster, Topic<?> topic, LogAddress address) {
    return raw(cluster, topic).stream()
        .filter(r -> r.partition() == address.partition() && r.offset() == address.offset())
        .findFirst()
        .orElseThrow();
  }

  private static List<ConsumerRecord<byte[], byte[]>> raw(Cluster cluster, Topic<?> topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (RawLog log = new RawLog(cluster, topic, new Patience(time -> {}, () -> true))) {
      log.read(records::add);
    }
    return records;
  }

  private static List<Integer> counts(LiveTopics world) {
    return Arrays.stream(ArchivedTopic.values())
        .map(topic -> raw(new Cluster(world.client, world.topics), topic.in(world.topics)).size())
        .toList();
  }

  /** All that a record carries over, as text; the time where it is the producer's. */
  private static List<String> comparable(LiveTopics world, ArchivedTopic topic) {
    return raw(new Cluster(world.client, world.topics), topic.in(world.topics)).stream()
        .map(
            r ->
                "%d %d %s %s %s"
                    .formatted(
                        r.partition(),
                        r.timestampType() == TimestampType.CREATE_TIME ? r.timestamp() : 0,
                        Arrays.toString(r.key()),
                        Arrays.toString(r.value()),
                        r.headers()))
        .toList();
  }

  private static List<String> withoutIds(LiveTopics world, ArchivedTopic topic) {
    return raw(new Cluster(world.client, world.topics), topic.in(world.topics)).stream()
        .map(r -> Arrays.toString(Arrays.copyOfRange(r.value(), 5, r.value().length)))
        .toList();
  }

  private static List<String> schemas() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("schemas"))) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".avsc"))
          .sorted()
          .toList();
    }
  }

  private static void register(EmbeddedRegistry registry, String name) throws Exception {
    Schema schema = new Schema.Parser().parse(Files.readString(Path.of("schemas", name)));
    TestSchemas.register(registry, "seed-" + name, schema);
  }

  private static void create(Topics topics) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", targetKafka.bootstrapServers()))) {
      new TopicAdmin(admin).create(topics, Optional.empty());
    }
  }

  private void setRetention(Topic<?> topic, String ms)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(new HashMap<>(target.client))) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("retention.ms", ms), AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private List<Integer> exported(String... selection) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(selection));
    arguments.addAll(List.of("--json", "--force"));
    succeed(export(arguments.toArray(String[]::new)));
    List<Integer> counts = new ArrayList<>();
    JSON.readTree(out).get("topics").forEach(topic -> counts.add(topic.get("records").asInt()));
    return counts;
  }

  private static long count(String json) throws IOException {
    return sum(JSON.readTree(json), "records");
  }

  private static long sum(JsonNode report, String figure) {
    long sum = 0;
    for (JsonNode topic : report.get("topics")) {
      sum += topic.get(figure).asLong();
    }
    return sum;
  }

  private static void assertAddsUp(JsonNode report) {
    for (JsonNode topic : report.get("topics")) {
      long outcomes =
          Stream.of("present", "identical", "renumbered", "readdressed", "leftOut")
              .mapToLong(outcome -> topic.get(outcome).asLong())
              .sum();
      assertThat(outcomes).isEqualTo(topic.get("records").asLong());
    }
  }

  private void succeed(int code) {
    assertThat(code).as(err).isZero();
  }

  private void expectUsage(int code, String message) {
    expectFault(2, code, message);
  }

  private void expectRefusal(int code, String message) {
    expectFault(1, code, message);
  }

  private void expectFault(int expected, int code, String message) {
    assertThat(code).as(err).isEqualTo(expected);
    assertThat(err.strip().lines()).hasSize(1);
    assertThat(err).contains(message);
    assertThat(out).isEmpty();
  }

  private int export(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", file.toString()));
    return run(
        new ReplayExportCommand(),
        source.client,
        source.topics.prefix(),
        all.toArray(String[]::new));
  }

  private int load(LiveTopics into, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(file.toString());
    return run(
        new ReplayImportCommand(), into.client, into.topics.prefix(), all.toArray(String[]::new));
  }

  private int run(Object command, Map<String, String> client, String prefix, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", client.get("bootstrap.servers")));
    all.addAll(List.of("--schema-registry-url", client.get("schema.registry.url")));
    all.addAll(List.of("--prefix", prefix));
    return execute(command, all.toArray(String[]::new));
  }

  private int execute(Object command, String... arguments) {
    StringWriter stdout = new StringWriter();
    StringWriter stderr = new StringWriter();
    int code =
        new CommandLine(command)
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
