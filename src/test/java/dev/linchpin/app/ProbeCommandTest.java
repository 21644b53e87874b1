package dev.linchpin.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.app.probe.ProbeCommand;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.SampleEvents;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
final class ProbeCommandTest {
  /** The bundled probe: version 1 of {@code linchpin-reasoner}, a champion, named layerwise. */
  private static final Path SHIPPED = Path.of("models/reasoner/probe");

  private static final String FIRST = "linchpin-reasoner/layerwise/1";
  private static final String SECOND = "linchpin-reasoner/layerwise/2";

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
  void shouldImportAChallengerPromoteItAndRollBack() {
    // When, Then
    expect(run("import", SHIPPED.toString(), "--promote"), FIRST + ": new -> CHAMPION since .*");
    expect(run("import", SHIPPED.toString()), SECOND + ": new -> CHALLENGER");
    expect(
        run("promote", SECOND),
        FIRST + ": CHAMPION -> RETIRED",
        SECOND + ": CHALLENGER -> CHAMPION since .*");
    expect(
        run("rollback", "linchpin-reasoner"),
        FIRST + ": RETIRED -> CHAMPION since .*",
        SECOND + ": CHAMPION -> RETIRED");
    expect(
        run("retire", FIRST),
        FIRST + ": CHAMPION -> RETIRED",
        "linchpin-reasoner has no champion: none of its steps is flagged");
  }

  @Test
  void shouldListAndShowWhatWasPublished() throws Exception {
    // Given
    ProbeRelease shipped = ProbeFiles.load(SHIPPED);
    double auroc = shipped.metrics().get("auroc");
    int labels = labels(shipped);
    ProbeRelease other = SampleEvents.layerMeanRelease();
    world.send(world.topics.probes(), other.id().key(), other);
    succeed(run("import", SHIPPED.toString(), "--promote"));

    // When, Then
    expect(
        run("list"),
        "PROBE +STATUS +AUROC +LABELS +TRAINED +CHAMPION SINCE",
        "%s +CHAMPION +%.3f +%d +%.19sZ +20.*Z"
            .formatted(FIRST, auroc, labels, shipped.lifecycle().trainedAt()),
        "tiny/importance/7 +RETIRED +- +- +2026-11-22T10:15:30Z +2026-11-22T10:15:30Z");
    expect(run("list", "tiny"), "PROBE .*", "tiny/importance/7 .*");
    succeed(run("list", "--json"));
    JsonNode listed = new ObjectMapper().readTree(out);
    assertThat(listed).hasSize(2);
    assertThat(listed.at("/0/probe").asText()).isEqualTo(FIRST);
    assertThat(listed.at("/0/version").asInt()).isEqualTo(1);
    assertThat(listed.at("/0/labels").asInt()).isEqualTo(labels);
    assertThat(listed.at("/1/model").asText()).isEqualTo("tiny");
    assertThat(listed.at("/1").has("auroc")).isFalse();

    succeed(run("show", FIRST));
    assertThat(out.lines())
        .anyMatch(line -> line.matches("capture\\.layers +4"))
        .anyMatch(line -> line.matches("classifier\\.kind +MLP"))
        .anyMatch(line -> line.matches("classifier\\.units +128"))
        .anyMatch(line -> line.matches("metrics\\.auroc +" + auroc));
    succeed(run("show", "tiny/importance/7", "--json"));
    JsonNode shown = new ObjectMapper().readTree(out);
    assertThat(shown.at("/classifier/kind").asText()).isEqualTo("LINEAR");
    assertThat(shown.at("/capture/layerView").asText()).isEqualTo("LAYER_MEAN");
    assertThat(shown.at("/reference/scoreShares")).hasSize(10);
    assertThat(shown.at("/thresholds/importantAtLeast").asDouble()).isEqualTo(0.8);
  }

  @Test
  void shouldShowEveryFieldOfTheCard() throws Exception {
    // Given
    succeed(run("import", SHIPPED.toString()));
    ObjectMapper json = new ObjectMapper();
    succeed(run("export", FIRST, folder.toString()));

    // When
    succeed(run("show", FIRST, "--json"));

    // Then
    JsonNode shown = json.readTree(out);
    JsonNode card = json.readTree(Files.readAllBytes(folder.resolve(ProbeFiles.CARD)));
    card.properties()
        .forEach(field -> assertThat(shown.get(field.getKey())).isEqualTo(field.getValue()));
  }

  @Test
  void shouldExportWhatWasImported() throws Exception {
    // Given
    succeed(run("import", SHIPPED.toString(), "--probe-version", "5"));

    // When
    int code = run("export", "linchpin-reasoner/layerwise/5", folder.toString());

    // Then
    expect(code, "wrote linchpin-reasoner/layerwise/5 to .*");
    ProbeRelease exported = ProbeFiles.load(folder);
    assertThat(exported.id().version()).isEqualTo(5);
    assertThat(exported.status()).isEqualTo(ProbeStatus.CHALLENGER);
    assertThat(exported.lifecycle().championSince()).isEmpty();
    assertThat(exported)
        .usingRecursiveComparison()
        .ignoringFields("id", "lifecycle")
        .isEqualTo(ProbeFiles.load(SHIPPED));
    assertThat(folder.resolve(ProbeFiles.WEIGHTS))
        .hasSameBinaryContentAs(SHIPPED.resolve(ProbeFiles.WEIGHTS));
  }

  @Test
  void shouldNotWriteOverAProbeUnlessForced() {
    succeed(run("import", SHIPPED.toString()));
    succeed(run("export", FIRST, folder.toString()));

    assertThat(run("export", FIRST, folder.toString())).isEqualTo(1);
    assertThat(err.strip())
        .isEqualTo("probe export: there is a probe already: " + folder.resolve("probe.json"));
    succeed(run("export", FIRST, folder.toString(), "--force"));
  }

  @Test
  void shouldRefuseInOneLineWhatCannotBeDone() throws Exception {
    succeed(run("import", SHIPPED.toString(), "--promote"));
    Files.writeString(folder.resolve(ProbeFiles.CARD), "{}", UTF_8);

    expectRefusal(run("rollback", "linchpin-reasoner"), "expected a retired former champion");
    expectRefusal(run("promote", SECOND), "there are [" + FIRST + "]");
    expectRefusal(run("retire", "linchpin-reasoner/1"), "expected a published probe");
    expectRefusal(run("show", SECOND), "expected a published probe");
    expectRefusal(
        run("import", SHIPPED.toString(), "--probe-version", "1"),
        "expected a version that is free, got 1");
    expectRefusal(run("import", folder.resolve("none").toString()), "no probe at");
    expectRefusal(run("import", folder.toString()), "missing " + folder);
    expectRefusal(run("export", FIRST, SHIPPED.toString() + "/probe.json"), "cannot write");
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

    expectRefusal(code, "topic absent.probes cannot be used");
  }

  @Test
  void shouldRefuseWrongArguments() {
    expectUsage(
        execute("list"), "Missing --bootstrap-servers and --schema-registry-url (or the setting");
    expectUsage(run("promote"), "Missing required parameter: 'MODEL/NAME/VERSION'");
    expectUsage(run("rollback"), "Missing required parameter: 'MODEL'");
    expectUsage(run("import", SHIPPED.toString(), "--probe-version", "0"), "got 0");
    expectUsage(execute(), "Missing command");
  }

  private static int labels(ProbeRelease release) {
    return release.metrics().entrySet().stream()
        .filter(figure -> figure.getKey().matches("(train|validation|test)(Important|Removable)"))
        .mapToInt(figure -> figure.getValue().intValue())
        .sum();
  }

  private void expect(int code, String... lines) {
    succeed(code);
    List<String> got = out.lines().toList();
    assertThat(got).hasSameSizeAs(lines);
    for (int i = 0; i < lines.length; i++) {
      assertThat(got.get(i)).matches(lines[i]);
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
        new CommandLine(new ProbeCommand())
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
