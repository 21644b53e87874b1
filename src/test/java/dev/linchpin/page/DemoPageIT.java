package dev.linchpin.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a demonstration: a real model thinks while a real browser looks on. */
final class DemoPageIT {
  private static final Path PICTURES =
      Path.of(System.getProperty("linchpin.pictures", "target/pictures"));
  private static final double SOON_MS = 500;

  /** Scores that have to come so soon: a busy machine delays some, a slow page delays all. */
  private static final int SOON_STEPS = 10;

  private static final Duration SOON_PATIENCE = Duration.ofMinutes(5);

  /** Notes when each score was first to be seen, by chain and step. */
  private static final String WATCH =
      """
      () => {
        window.seen = new Map();
        const rows = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
          [...(element.dataset?.testid === 'step-row' ? [element] : []),
           ...(element.shadowRoot ? rows(element.shadowRoot) : [])]);
        const look = () => {
          for (const row of rows(document)) {
            const key = row.dataset.chain + ' ' + row.dataset.index;
            const score = row.querySelector('[data-testid=step-score]')?.textContent.trim();
            if (score && !window.seen.has(key)) window.seen.set(key, Date.now());
          }
          requestAnimationFrame(look);
        };
        look();
      }
      """;

  private static LinchpinProcess demo;
  private static Api api;
  private static Chrome chrome;
  private Tab tab;

  @BeforeAll
  static void start() throws Exception {
    chrome = Chrome.start();
    demo = LinchpinProcess.start(Map.of(), "demo", "--json");
    api = new Api(demo.url(), Optional.empty());
    api.await("/chains?state=FINISHED", found -> found.at("/chains").size() >= 2);
  }

  @AfterAll
  static void end() {
    if (demo != null) {
      demo.close();
    }
    if (chrome != null) {
      chrome.close();
    }
  }

  @BeforeEach
  void open() {
    tab = chrome.open(demo.url());
  }

  @AfterEach
  void close() {
    try {
      tab.requireNoFaults();
    } finally {
      tab.close();
    }
  }

  @Test
  void shouldShowTheScoreOfAStepSoonAfterItsEnd() {
    // Given
    tab.go("#/live");
    tab.first("step-row").waitFor();
    tab.page().evaluate(WATCH);
    Instant from = Instant.now();
    Map<String, Double> afterMs = new HashMap<>();

    // When
    tab.page()
        .waitForCondition(
            () -> {
              addSeen(from, afterMs);
              return afterMs.values().stream().filter(ms -> ms <= SOON_MS).count() >= SOON_STEPS;
            },
            new Page.WaitForConditionOptions().setTimeout((double) SOON_PATIENCE.toMillis()));

    // Then
    double[] sorted = afterMs.values().stream().mapToDouble(ms -> ms).sorted().toArray();
    assertThat(sorted[0]).isNotNegative();
    System.out.printf(
        "scores on the page after the end of their steps, ms: median %.0f, most %.0f of %d%n",
        sorted[sorted.length / 2], sorted[sorted.length - 1], sorted.length);
  }

  @Test
  void shouldShowTheStepThatIsBeingWritten() {
    tab.go("#/live");

    assertThat(tab.first("step-pending")).isVisible();
    assertThat(tab.first("step-verdict"))
        .hasText(Pattern.compile("important|removable|uncertain", Pattern.CASE_INSENSITIVE));
    assertThat(tab.first("step-lead")).hasText(Pattern.compile("\\d"));
  }

  @Test
  void shouldStandStillAndCatchUp() {
    // Given
    tab.go("#/live");
    tab.first("step-row").waitFor();

    // When
    tab.first("live-pause").click();

    // Then
    assertThat(tab.first("connection")).hasAttribute("data-state", "paused");
    String still = texts("step-row");
    assertThat(tab.first("live-waiting")).hasText(Pattern.compile("[1-9]\\d* event"));
    assertThat(texts("step-row")).isEqualTo(still);
    tab.first("live-catchup").click();
    assertThat(tab.first("connection")).hasAttribute("data-state", "live");
    tab.page().waitForCondition(() -> !texts("step-row").equals(still));
  }

  @Test
  void shouldGoOnWithWhatWaited() {
    // Given
    tab.go("#/live");
    tab.first("step-row").waitFor();
    tab.first("live-pause").click();
    assertThat(tab.first("live-waiting")).hasText(Pattern.compile("[1-9]\\d* event"));

    // When
    tab.first("live-resume").click();

    // Then
    assertThat(tab.first("connection")).hasAttribute("data-state", "live");
    assertThat(tab.first("live-pause")).isVisible();
  }

  @Test
  void shouldShowOnlyChainsThatSayAText() {
    // Given
    tab.go("#/live");
    tab.first("live-chain").waitFor();

    // When
    tab.first("filter-text").fill("no chain says this");

    // Then
    assertThat(tab.all("live-chain")).hasCount(0);
    tab.first("filter-text").fill("");
    assertThat(tab.first("live-chain")).isVisible();
  }

  @Test
  void shouldShowAStepByItsPermalinkAlsoAfterAReload() {
    // Given
    JsonNode chain = finished();
    String id = chain.at("/chainId").asText();

    // When
    tab.go("#/chains/" + id + "?step=1");

    // Then
    Locator chosen = tab.page().locator("[data-testid=chain-step][aria-current=step]");
    assertThat(chosen).hasCount(1);
    assertThat(tab.first("chain-question")).isVisible();
    tab.page().reload();
    assertThat(chosen).hasCount(1);
    assertThat(tab.all("chain-step")).hasCount(chain.at("/steps").asInt());
  }

  @Test
  void shouldPlayAFinishedChainFromItsBeginning() {
    // Given
    JsonNode chain = finished();
    int steps = chain.at("/steps").asInt();
    tab.go("#/chains/" + chain.at("/chainId").asText());
    assertThat(tab.all("chain-step")).hasCount(steps);
    tab.first("scrub").fill("0");
    assertThat(tab.all("chain-step")).hasCount(0);
    tab.first("speed").selectOption("4");

    // When
    tab.first("play").click();

    // Then
    assertThat(tab.all("chain-step")).not().hasCount(0);
    assertThat(tab.all("chain-step")).hasCount(steps);
  }

  @Test
  void shouldSaveAChainAsJson() throws Exception {
    // Given
    String id = finished().at("/chainId").asText();
    tab.go("#/chains/" + id);
    tab.first("export").waitFor();

    // When
    Download download = tab.page().waitForDownload(() -> tab.first("export").click());

    // Then
    JsonNode saved = Api.parse(Files.readString(download.path()));
    assertThat(saved.at("/chainId").asText()).isEqualTo(id);
    assertThat(saved.at("/steps").size()).isPositive();
  }

  @Test
  void shouldShowWhatEachLayerAdds() throws Exception {
    // Given
    JsonNode chain = finished();
    String path = "/chains/" + chain.at("/chainId").asText() + "/layers";

    // When
    JsonNode map = api.await(path, found -> found.at("/steps").size() > 0);

    // Then
    assertThat(map.at("/steps").size()).isEqualTo(chain.at("/steps").asInt());
    assertThat(map.at("/steps/0/contributions").size()).isEqualTo(map.at("/layers").size());
  }

  @Test
  void shouldShowAllThatIsKnownOfAProbe() {
    // Given
    tab.go("#/probes");

    // When
    tab.first("probe-details").click();

    // Then
    assertThat(tab.first("probe-card")).containsText("linchpin-reasoner/layerwise/1");
    assertThat(tab.first("probe-row")).containsText("4 layers × 128");
    tab.requireAccessible();
  }

  @Test
  void shouldStartARunWatchItAndCompareIt() {
    // Given
    tab.go("#/replays");
    tab.first("replay-start").click();
    tab.first("replay-dialog").locator("input[name=run]").fill("again");
    tab.requireAccessible();

    // When
    tab.first("replay-submit").click();

    // Then
    assertThat(tab.first("replay-row")).containsText("again");
    assertThat(tab.first("replay-row")).containsText("Done");
    tab.first("compare").click();
    assertThat(tab.first("compare-matrix")).isVisible();
    assertThat(tab.first("comparison")).containsText("Steps scored by both");
    tab.requireAccessible();
  }

  @Test
  void shouldChangeARuleAndShowWhoDid() {
    // Given
    tab.go("#/alerts");
    tab.first("tab-rules").click();
    assertThat(tab.all("rule-row")).hasCount(9);
    tab.requireAccessible();

    // When
    tab.first("rule-edit").click();
    tab.first("rule-dialog").locator("input[type=number]").first().fill("7");
    tab.requireAccessible();
    tab.first("rule-save").click();

    // Then
    tab.first("tab-audit").click();
    assertThat(tab.first("audit-row")).containsText("local");
    tab.requireAccessible();
    tab.first("tab-deliveries").click();
    tab.requireAccessible();
  }

  @Test
  void shouldShowHowRecordsFlow() {
    // When
    tab.go("#/flow");

    // Then
    assertThat(tab.first("flow-throughput")).isVisible();
    assertThat(tab.first("flow-lead")).isVisible();
    assertThat(tab.first("node-row")).containsText("linchpin-reasoner");
    assertThat(tab.first("lag-row")).isVisible();
  }

  @Test
  void shouldStreamTheSameOverAWebSocket() throws Exception {
    // Given
    BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    URI uri = URI.create(demo.url().replace("http", "ws") + "/api/v1/live/ws?chains=5");

    // When
    WebSocket socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, collector(frames)).get();

    // Then
    assertThat(next(frames).at("/event").asText()).isEqualTo("snapshot");
    JsonNode batch = next(frames);
    while (!batch.at("/event").asText().equals("batch")) {
      batch = next(frames);
    }
    assertThat(batch.at("/data/events").size()).isPositive();
    assertThat(batch.at("/id").asText()).isNotEmpty();
    socket.abort();
  }

  @Test
  void shouldGoOnWhereAStreamWasCutOff() throws Exception {
    // Given
    List<String> first = lines(Optional.empty(), "event:batch");
    String id = first.stream().filter(line -> line.startsWith("id:")).toList().get(1).substring(3);

    // When
    List<String> resumed = lines(Optional.of(id), "event:batch");

    // Then
    assertThat(resumed).noneMatch(line -> line.equals("event:snapshot"));
    assertThat(lines(Optional.of("unknown-7"), "event:snapshot")).contains("event:reset");
  }

  @Test
  void shouldSayThatAChainIsNotThere() {
    // When
    tab.go("#/chains/none");

    // Then
    assertThat(tab.first("chain-missing")).isVisible();
    tab.forgetFaults("console: Failed to load resource");
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "alerts", "quality", "flow", "probes", "replays"})
  void shouldBeAccessibleInLightAndDark(String view) {
    tab.go("#/" + view);
    tab.page().locator("main h1").first().waitFor();
    tab.requireAccessible();
    tab.page().emulateMedia(dark());
    tab.requireAccessible();
    tab.page().setViewportSize(390, 844);
    tab.requireAccessible();
  }

  @Test
  void shouldShowAChainThatIsAccessible() throws Exception {
    JsonNode chain = labelled();
    tab.go("#/chains/" + chain.at("/chainId").asText());
    tab.first("chain-step").waitFor();
    tab.first("ablation").waitFor();
    tab.requireAccessible();
    tab.screenshotOfAll(PICTURES.resolve("chain.png"));
  }

  @Test
  void shouldShowQualityOnceLabelsComeBack() throws Exception {
    api.await("/quality", found -> found.at("/probes/0/latest/windowLabels").asInt() >= 60);
    tab.go("#/quality");
    assertThat(tab.first("quality-champion")).isVisible();
    assertThat(tab.first("calibration")).isVisible();
    picture("quality");
  }

  @Test
  void shouldShowChainsAsTheyAreWritten() {
    tab.go("#/live");
    assertThat(tab.first("step-row")).isVisible();
    assertThat(tab.first("live-answer")).isVisible();
    picture("live");
  }

  /** What the stream says up to a line and the data that follow it. */
  private static List<String> lines(Optional<String> after, String last) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(demo.url() + "/api/v1/live"));
    after.ifPresent(id -> request.header("Last-Event-ID", id));
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String line = "";
      while (!line.equals(last)) {
        line = reader.readLine();
        lines.add(line);
      }
    }
    return lines;
  }

  private static JsonNode next(BlockingQueue<JsonNode> frames) throws InterruptedException {
    JsonNode frame = frames.poll(1, TimeUnit.MINUTES);
    if (frame == null) {
      throw new AssertionError("expected a frame, got none");
    }
    return frame;
  }

  private static WebSocket.Listener collector(BlockingQueue<JsonNode> frames) {
    StringBuilder text = new StringBuilder();
    return new WebSocket.Listener() {
      @Override
      public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
          frames.add(Api.parse(text.toString()));
          text.setLength(0);
        }
        return WebSocket.Listener.super.onText(socket, part, last);
      }
    };
  }

  private void picture(String name) {
    tab.screenshot(PICTURES.resolve(name + ".png"));
  }

  /** The oldest of the newest finished chains: all that is said of it has arrived. */
  private static JsonNode finished() {
    return StreamSupport.stream(
            api.json("/chains?state=FINISHED").at("/chains").spliterator(), false)
        .filter(chain -> chain.at("/steps").asInt() > 2)
        .reduce((newer, older) -> older)
        .orElseThrow();
  }

  private static JsonNode labelled() throws InterruptedException {
    JsonNode chains = api.await("/chains?limit=200", DemoPageIT::hasLabels).at("/chains");
    return StreamSupport.stream(chains.spliterator(), false)
        .filter(chain -> chain.at("/labelled").asInt() > 3)
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasLabels(JsonNode answer) {
    return StreamSupport.stream(answer.at("/chains").spliterator(), false)
        .anyMatch(chain -> chain.at("/labelled").asInt() > 3);
  }

  /** Adds how long after the end of their steps the page first showed scores of new steps. */
  private void addSeen(Instant from, Map<String, Double> afterMs) {
    Map<?, ?> seen = (Map<?, ?>) tab.page().evaluate("() => Object.fromEntries(window.seen)");
    for (Map.Entry<?, ?> entry : seen.entrySet()) {
      Instant at = Instant.ofEpochMilli(((Number) entry.getValue()).longValue());
      String key = entry.getKey().toString();
      if (!afterMs.containsKey(key) && at.isAfter(from)) {
        completed(key)
            .filter(end -> end.isAfter(from))
            .ifPresent(end -> afterMs.put(key, Duration.between(end, at).toNanos() / 1e6));
      }
    }
  }

  /** When a step ended; empty while the list of chains lags behind the live stream. */
  private static Optional<Instant> completed(String key) {
    String[] parts = key.split(" ", -1);
    JsonNode step = api.json("/chains/" + parts[0]).at("/steps/" + parts[1]);
    return Optional.ofNullable(step.at("/completedAt").textValue()).map(Instant::parse);
  }

  private String texts(String testId) {
    return String.valueOf(
        tab.all(testId)
            .evaluateAll("rows => rows.map((row) => row.dataset.chain + row.textContent)"));
  }

  private static Page.EmulateMediaOptions dark() {
    return new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK);
  }
}
