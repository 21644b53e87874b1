package dev.linchpin.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A monitor that lets in nobody without a token, and a model that says hostile things. */
final class GuardedPageIT {
  private static final String VIEWER = "a-token-of-a-viewer-0123456789abcdef";
  private static final String OPERATOR = "a-token-of-an-operator-0123456789abcdef";
  private static final int STREAK = 8;

  /** What must do no harm, and a part of it that must be readable. */
  private static final Map<String, String> HOSTILE =
      Map.of(
          "<script>alert('x')</script><img src=x onerror=alert(1)>",
          "<script>alert('x')</script>",
          "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
          "{{constructor.constructor",
          "\u202Egnp.elif\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
          "\u05E9\u05DC\u05D5\u05DD",
          "\uD83E\uDDE0\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 emoji",
          "\uD83E\uDDE0",
          "a\u0000b\u0007c\u001B[31mred\u0008",
          "[U+001B]",
          "x".repeat(200_000),
          "xxxxxxxxxx");

  @TempDir private static Path folder;
  private static Thinker thinker;
  private static LinchpinProcess monitor;
  private static Chrome chrome;
  private Tab tab;

  @BeforeAll
  static void start() throws Exception {
    chrome = Chrome.start();
    thinker = new Thinker(folder);
    Path tokens = folder.resolve("tokens");
    Files.createFile(
        tokens, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(
        tokens, List.of("vera viewer " + sha256(VIEWER), "olga operator " + sha256(OPERATOR)));
    monitor = startMonitor("first");
  }

  @AfterAll
  static void end() {
    for (AutoCloseable part : new AutoCloseable[] {monitor, thinker, chrome}) {
      close(part);
    }
  }

  @BeforeEach
  void open() {
    tab = chrome.open(monitor.url());
  }

  @AfterEach
  void close() {
    try {
      tab.forgetFaults("console: Failed to load resource");
      tab.requireNoFaults();
    } finally {
      tab.close();
    }
  }

  @Test
  void shouldLetInNobodyWithoutAToken() {
    Api stranger = new Api(monitor.url(), Optional.empty());
    Api liar = new Api(monitor.url(), Optional.of("a-token-that-nobody-was-ever-given"));

    assertThat(stranger.get("/chains").statusCode()).isEqualTo(401);
    assertThat(stranger.get("/live").statusCode()).isEqualTo(401);
    assertThat(liar.get("/chains").statusCode()).isEqualTo(401);
    assertThat(Api.parse(stranger.get("/chains").body()).at("/status").asInt()).isEqualTo(401);
  }

  @Test
  void shouldLetAViewerChangeNothing() {
    Api viewer = new Api(monitor.url(), Optional.of(VIEWER));

    int status = viewer.post("/probes/promote", "{\"probe\":\"tiny/layerwise/2\"}").statusCode();

    assertThat(status).isEqualTo(403);
    assertThat(viewer.get("/probes").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldAskForATokenAndShowThePageThen() {
    // Given
    tab.go("#/live");
    tab.first("login-token").fill("wrong-token-wrong-token-wrong");
    tab.first("login-submit").click();
    assertThat(tab.first("login-token")).isVisible();

    // When
    logIn(VIEWER);

    // Then
    assertThat(tab.first("user")).containsText("vera");
    tab.requireAccessible();
    tab.page().reload();
    assertThat(tab.first("user")).containsText("vera");
  }

  @Test
  void shouldShowHostileTextHarmlessly() {
    // Given
    String chain = "hostile-1";
    tab.go("#/chains/" + chain);
    logIn(VIEWER);
    thinker.begin(chain, "<script>alert('prompt')</script>");
    List<String> texts = List.copyOf(HOSTILE.keySet());
    for (int i = 0; i < texts.size(); i++) {
      thinker.step(chain, i, texts.get(i), 2);
    }
    thinker.finish(chain, texts.size(), "<b>answer</b>");
    awaitSteps(chain, texts.size());

    // When
    tab.page().reload();

    // Then
    assertThat(tab.all("chain-step")).hasCount(texts.size());
    for (String readable : HOSTILE.values()) {
      Locator row =
          tab.all("chain-step").filter(new Locator.FilterOptions().setHasText(readable)).first();
      assertThat(row).isVisible();
    }
    assertThat(tab.page().locator("main b, main script, main img").count()).isZero();
    Object overflow =
        tab.page().evaluate("() => document.documentElement.scrollWidth > window.innerWidth + 1");
    assertThat(overflow).isEqualTo(false);
    tab.go("#/live");
    assertThat(tab.first("live-chain")).isVisible();
  }

  @Test
  void shouldPutAnAcknowledgedIncidentAway() throws Exception {
    // Given
    String chain = "idle-1";
    thinker.begin(chain, "Think in vain.");
    for (int i = 0; i < STREAK; i++) {
      thinker.step(chain, i, "Idle " + i, -5);
    }
    Api operator = new Api(monitor.url(), Optional.of(OPERATOR));
    operator.await("/incidents?rule=removable-streak", found -> found.at("/incidents").size() > 0);
    tab.go("#/alerts");
    logIn(OPERATOR);
    Locator row =
        tab.all("incident-row").filter(new Locator.FilterOptions().setHasText(chain)).first();

    // When
    row.locator("[data-testid=incident-ack]").click();
    tab.first("confirm-input").fill("looked at it");
    tab.first("confirm-ok").click();

    // Then
    JsonNode incident =
        operator
            .await(
                "/incidents?rule=removable-streak&state=ACKNOWLEDGED",
                found -> found.at("/incidents").size() > 0)
            .at("/incidents/0");
    assertThat(incident.at("/acknowledgedBy").asText()).isEqualTo("olga");
    assertThat(incident.at("/note").asText()).isEqualTo("looked at it");
    assertThat(incident.at("/step/chainId").asText()).isEqualTo(chain);
    assertThat(row).containsText("olga");
    JsonNode audit = operator.await("/audit", found -> found.at("/entries").size() > 0);
    assertThat(audit.at("/entries").toString()).contains("INCIDENT_ACKNOWLEDGED");
  }

  @Test
  void shouldPromoteAProbeAndWriteItDown() throws Exception {
    // Given
    Api operator = new Api(monitor.url(), Optional.of(OPERATOR));
    tab.go("#/probes");
    logIn(OPERATOR);
    Locator row = tab.all("probe-row").filter(new Locator.FilterOptions().setHasText("v2")).first();

    // When
    row.locator("[data-testid=probe-promote]").click();
    tab.first("confirm-ok").click();

    // Then
    operator.await("/probes", GuardedPageIT::isPromoted);
    JsonNode audit = operator.await("/audit", found -> found.toString().contains("PROBE_PROMOTED"));
    assertThat(audit.toString()).contains("olga", Thinker.CHALLENGER.key());
  }

  @Test
  void shouldFindChainsWhereverTheyLive() throws Exception {
    try (LinchpinProcess other = startMonitor("second")) {
      // Given
      Api here = new Api(monitor.url(), Optional.of(VIEWER));
      Api there = new Api(other.url(), Optional.of(VIEWER));
      here.await("/flow", GuardedPageIT::areBothAtWork);
      List<String> chains = IntStream.range(0, 12).mapToObj(i -> "spread-" + i).toList();

      // When
      for (String chain : chains) {
        thinker.begin(chain, "Where?");
        thinker.step(chain, 0, "Here.", 2);
      }

      // Then
      for (String chain : chains) {
        here.await("/chains/" + chain, GuardedPageIT::isScored);
        there.await("/chains/" + chain, GuardedPageIT::isScored);
      }
      assertThat(spread(here)).containsExactlyInAnyOrderElementsOf(chains);
      assertThat(spread(there)).containsExactlyInAnyOrderElementsOf(chains);
    }
  }

  @Test
  void shouldRefuseAChangeThatAnotherPageAsksFor() {
    // Given
    tab.go("#/live");
    logIn(OPERATOR);

    // When
    Object status =
        tab.page()
            .evaluate(
                "async () => (await fetch('/api/v1/probes/promote', {method: 'POST', headers:"
                    + " {'Content-Type': 'application/json'}, body: '{}'})).status");

    // Then
    assertThat(status).isEqualTo(403);
  }

  private static LinchpinProcess startMonitor(String name) throws Exception {
    String[] arguments =
        Stream.of(
                Stream.of("monitor", "--state-dir", folder.resolve(name).toString()),
                Stream.of(thinker.addresses()))
            .flatMap(part -> part)
            .toArray(String[]::new);
    String tokens = folder.resolve("tokens").toString();
    return LinchpinProcess.start(Map.of("LINCHPIN_DASHBOARD_TOKENS", tokens), arguments);
  }

  private static boolean areBothAtWork(JsonNode flow) {
    JsonNode instances = flow.at("/instances");
    return instances.size() == 2
        && instances.at("/0/partitions").asInt() > 0
        && instances.at("/1/partitions").asInt() > 0;
  }

  private static boolean isScored(JsonNode chain) {
    return chain.at("/prompt").asText().equals("Where?") && chain.at("/steps/0/scores").size() > 0;
  }

  /** Chains of a list that says of itself that nothing is missing. */
  private static List<String> spread(Api api) throws InterruptedException {
    JsonNode whole =
        api.await("/chains?text=Where&limit=50", found -> found.at("/silent").isEmpty());
    return StreamSupport.stream(whole.at("/chains").spliterator(), false)
        .map(chain -> chain.at("/chainId").asText())
        .toList();
  }

  private void logIn(String token) {
    tab.first("login-token").fill(token);
    tab.first("login-submit").click();
    tab.first("user").waitFor();
  }

  private static void awaitSteps(String chain, int steps) {
    Api viewer = new Api(monitor.url(), Optional.of(VIEWER));
    try {
      viewer.await(
          "/chains/" + chain,
          found ->
              found.at("/steps").size() == steps && found.at("/state").asText().equals("FINISHED"));
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private static boolean isPromoted(JsonNode probes) {
    for (JsonNode probe : probes.at("/probes")) {
      if (probe.at("/probe").asText().equals(Thinker.CHALLENGER.key())) {
        return probe.at("/status").asText().equals("CHAMPION");
      }
    }
    return false;
  }

  private static String sha256(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  private static void close(AutoCloseable part) {
    try {
      if (part != null) {
        part.close();
      }
    } catch (Exception e) {
      throw new AssertionError("not closed in order", e);
    }
  }
}
