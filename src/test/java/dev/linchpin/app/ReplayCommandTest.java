package dev.linchpin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.app.replay.ReplayCommand;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.probe.ProbeFiles;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.replay.ReplayWorld;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
final class ReplayCommandTest {
  private static final Duration STEP = Duration.ofMillis(100);

  @TempDir private static Path broker;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;
  private static int worlds;

  @TempDir private Path state;
  @TempDir private Path candidate;
  private ReplayWorld world;
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
    String prefix = test.getTestMethod().orElseThrow().getName() + ++worlds + ".";
    world = new ReplayWorld(kafka, registry, prefix, state.resolve("monitor"));
    world.promote(ReplayWorld.probe(1));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void shouldVerifyWhatWasScoredLiveAndLeaveNothingBehind() throws Exception {
    // Given
    world.capture(3, 6, STEP);
    world.scoreLive(18);

    // When
    int code = run("verify", "--from", ReplayWorld.FIRST.toString());

    // Then
    assertThat(code).as(err).isZero();
    assertThat(out)
        .contains("18 read = 18 scored + 0 dead-lettered + 0 skipped")
        .contains("18 equal, 0 different, 0 scored live alone, 0 scored by the replay alone")
        .contains("equal bit for bit");
    assertThat(run("list")).isZero();
    assertThat(out.lines()).hasSize(1);
  }

  @Test
  void shouldSayWhereAReplayFirstDiffers() throws Exception {
    // Given
    world.capture(1, 3, STEP);
    var scores = world.scoreLive(3);
    var wrong = scores.get(1);
    world.send(
        world.topics.scores(),
        wrong.step().chainId(),
        new StepScored(
            wrong.step(),
            wrong.probe(),
            wrong.status(),
            Math.nextUp(wrong.score()),
            wrong.verdict(),
            wrong.stepCompletedAt(),
            wrong.scoredAt(),
            wrong.activations(),
            wrong.activationDistance()));

    // When
    int code = run("verify");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(out)
        .contains("2 equal, 1 different")
        .contains(
            "first difference: partition %d, offset 1, chain-0/1, score: live %s, replayed %s"
                .formatted(
                    wrong.activations().partition(),
                    Double.toHexString(Math.nextUp(wrong.score())),
                    Double.toHexString(wrong.score())));
  }

  @Test
  void shouldCompareACandidateWithWhatWasScoredLive() throws Exception {
    // Given
    world.capture(3, 6, STEP);
    world.scoreLive(18);
    ProbeFiles.save(ReplayWorld.probe(2), candidate);

    // When
    assertThat(run("start", "try", "--probe", candidate.toString(), "--json")).as(err).isZero();
    JsonNode counts = new ObjectMapper().readTree(out);
    assertThat(run("compare", "live", "try", "--json")).as(err).isZero();
    JsonNode compared = new ObjectMapper().readTree(out);
    assertThat(run("compare", "try")).as(err).isZero();

    // Then
    assertThat(counts.at("/scored").asLong()).isEqualTo(18);
    assertThat(counts.at("/remaining").asLong()).isZero();
    assertThat(compared.at("/steps").asInt()).isEqualTo(18);
    assertThat(compared.at("/chains").asInt()).isEqualTo(3);
    assertThat(compared.at("/onlyFirst").asInt()).isZero();
    assertThat(compared.at("/absoluteDifferenceMax").asDouble()).isPositive();
    assertThat(compared.at("/flips")).isNotEmpty();
    assertThat(out)
        .contains("try and live: 18 steps of 3 chains scored by both")
        .contains("verdicts differ")
        .contains("no labels of these steps");
    assertThat(run("what-if", "try", "--removable-at-most=0", "--important-at-least=1")).isZero();
    assertThat(out).contains("uncertain").contains("verdicts would change");
    assertThat(run("show", "try")).isZero();
    assertThat(out).contains("run       try, done").contains("probes    tiny/layerwise/2");
    assertThat(run("remove", "try")).isZero();
    assertThat(run("show", "try")).isEqualTo(1);
  }

  @Test
  void shouldGoOnWhereItStoodStill() {
    // Given
    world.capture(2, 3, STEP);
    assertThat(run("start", "slow")).as(err).isZero();

    // When, Then
    assertThat(run("pause", "slow")).isZero();
    assertThat(run("list", "--json")).isZero();
    assertThat(out).contains("\"paused\":true");
    assertThat(run("resume", "slow")).as(err).isZero();
    assertThat(out).contains("slow: 6 read = 6 scored");
  }

  @Test
  void shouldRefuseWhatIsNotThere() {
    Map<String, String> refusals =
        Map.of(
            "show nothing", "expected a run",
            "remove nothing", "expected a run",
            "compare nothing", "expected a run",
            "start --probe=tiny/layerwise/9", "expected a published probe",
            "start --model=other", "expected a champion of other",
            "start --offsets=0:0-5", "expected offsets up to 0",
            "start --offsets=9:0-5", "expected partitions of");

    refusals.forEach(
        (arguments, message) -> {
          assertThat(run(arguments.split(" "))).as(arguments).isEqualTo(1);
          assertThat(err).contains(message);
        });
  }

  @Test
  void shouldHoldBothAgainstLabels() throws Exception {
    // Given
    world.capture(4, 6, STEP);
    List<StepScored> scores = world.scoreLive(24);
    scores.forEach(this::label);
    ProbeFiles.save(ReplayWorld.probe(2), candidate);
    assertThat(run("start", "try", "--probe", candidate.toString())).as(err).isZero();

    // When
    assertThat(run("compare", "live", "try", "--json")).as(err).isZero();
    JsonNode compared = new ObjectMapper().readTree(out);
    assertThat(run("compare", "live", "try")).as(err).isZero();

    // Then
    assertThat(compared.at("/labels/labels").asInt()).isEqualTo(24);
    assertThat(compared.at("/labels/chains").asInt()).isEqualTo(4);
    assertThat(compared.at("/labels/first/accuracy/value").asDouble()).isEqualTo(1);
    assertThat(compared.at("/labels/first/auroc/value").asDouble()).isEqualTo(1);
    assertThat(compared.at("/labels/second/auroc/value").asDouble()).isLessThan(1);
    assertThat(compared.at("/labels/second/auroc/low").asDouble())
        .isLessThanOrEqualTo(compared.at("/labels/second/auroc/value").asDouble());
    assertThat(out).contains("against 24 labels of 4 chains").contains("1.000 (1.000 to 1.000)");
  }

  @Test
  void shouldStandStillWhereItIsAtWork() throws Exception {
    // Given
    world.capture(2, 2, Duration.ofHours(1));
    StringWriter said = new StringWriter();
    Thread work = new Thread(() -> execute(said, "start", "slow", "--pace=1"));
    work.start();
    await(said, ", 2 to read");

    // When
    assertThat(run("pause", "slow")).isZero();
    await(said, ", paused");
    said.getBuffer().setLength(0);
    assertThat(run("resume", "slow")).isZero();

    // Then
    assertThat(out).contains("slow goes on");
    await(said, ", 2 to read");
    work.interrupt();
    work.join();
  }

  /** As if the live probe had been right about every step. */
  private void label(StepScored score) {
    world.send(
        world.topics.labels(),
        score.step().chainId(),
        new StepLabelled(
            score.step(),
            ReplayWorld.MODEL,
            "f00d",
            score.score() >= 0.5 ? StepLabel.IMPORTANT : StepLabel.REMOVABLE,
            AblationMethod.INFLUENCE,
            AttainabilityMeasure.WORST_STEP,
            score.activations(),
            score.stepCompletedAt(),
            score.scoredAt(),
            List.of(
                new StepLabelled.Score(
                    score.probe(), score.status(), score.score(), score.verdict()))));
  }

  private static void await(StringWriter said, String text) {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (!said.toString().contains(text)) {
      assertThat(Instant.now()).as("said until now: %s", said).isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  private int run(String... arguments) {
    StringWriter errors = new StringWriter();
    int code = execute(errors, arguments);
    err = errors.toString();
    return code;
  }

  private int execute(StringWriter errors, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--bootstrap-servers",
            world.client.get("bootstrap.servers"),
            "--schema-registry-url",
            world.client.get("schema.registry.url"),
            "--prefix",
            world.topics.prefix()));
    if (List.of("start", "resume", "verify").contains(arguments[0])) {
      all.addAll(List.of("--state-dir", state.resolve("replay").toString()));
    }
    StringWriter output = new StringWriter();
    int code =
        new CommandLine(new ReplayCommand())
            .setOut(new PrintWriter(output, true))
            .setErr(new PrintWriter(errors, true))
            .setExecutionExceptionHandler(CommandLineSetup::fail)
            .setParameterExceptionHandler(CommandLineSetup::reject)
            .execute(all.toArray(String[]::new));
    out = output.toString();
    return code;
  }
}
