package dev.linchpin.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server on loopback for which nothing is configured. */
@QuarkusTest
@TestProfile(ServerProfile.class)
final class OpenServerTest {
  private static final String SESSION = "/api/v1/session";
  private static final String THINGS = "/api/v1/things";

  @TestHTTPResource("/")
  URI server;

  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(server);
  }

  @Test
  void shouldTakeWhoIsAtThisMachineForAnOperator() throws Exception {
    HttpResponse<String> answer = browser.send("GET", SESSION);

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode session = Browser.json(answer);
    assertThat(session.get("user").textValue()).isEqualTo("local");
    assertThat(session.get("roles"))
        .extracting(JsonNode::textValue)
        .containsExactly("operator", "viewer");
    assertThat(session.get("authentication").textValue()).isEqualTo("none");
    assertThat(session.get("textWithheld").booleanValue()).isFalse();
    assertThat(session.get("csrf").textValue()).hasSize(43);
    assertThat(session.get("version").textValue()).isNotBlank();
    assertThat(browser.send("GET", THINGS).body()).isEqualTo("things");
  }

  @Test
  void shouldNotChangeAnythingWithoutTheCsrfToken() throws Exception {
    HttpResponse<String> without = browser.send("POST", THINGS);
    HttpResponse<String> wrong = browser.send("POST", THINGS, "X-CSRF-Token", "guessed");
    HttpResponse<String> bearer = browser.send("POST", THINGS, "Authorization", "Bearer x");

    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(without.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(Browser.json(without).get("detail").textValue())
        .isEqualTo("X-CSRF-Token: expected the csrf of GET /api/v1/session, got none");
    assertThat(Browser.json(without).get("instance").textValue()).isEqualTo(THINGS);
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(bearer.statusCode()).isEqualTo(403);
    String csrf = Browser.json(browser.send("GET", SESSION)).get("csrf").textValue();
    assertThat(browser.send("POST", THINGS, "X-CSRF-Token", csrf).statusCode()).isEqualTo(204);
  }

  @Test
  void shouldTakeChangesInJsonOnly() throws Exception {
    String csrf = Browser.json(browser.send("GET", SESSION)).get("csrf").textValue();

    HttpResponse<String> form =
        browser.send("POST", THINGS, "X-CSRF-Token", csrf, "Content-Type", "text/plain");

    assertThat(form.statusCode()).isEqualTo(403);
    assertThat(Browser.json(form).get("detail").textValue())
        .isEqualTo("Content-Type: expected application/json, got text/plain");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "localhost:1, 200",
    "127.0.0.1, 200",
    "[::1]:80, 200",
    "evil.example, 403",
    "127.0.0.1.evil.example, 403"
  })
  void shouldAnswerToALoopbackNameAlone(String host, int status) throws Exception {
    String answer = browser.statusLine("GET " + THINGS + " HTTP/1.1\nHost: " + host);

    assertThat(answer).isEqualTo("HTTP/1.1 " + status);
  }

  @Test
  void shouldAnswerMachinesByAnyName() throws Exception {
    assertThat(browser.statusLine("GET /q/health/live HTTP/1.1\nHost: node-7")).endsWith("200");
    assertThat(browser.statusLine("GET /q/metrics HTTP/1.1\nHost: node-7")).endsWith("200");
  }

  @Test
  void shouldRefuseWhatAPageOfAnotherSiteAsksFor() throws Exception {
    String own = "http://" + server.getAuthority();

    assertThat(browser.send("GET", THINGS, "Origin", own).statusCode()).isEqualTo(200);
    HttpResponse<String> foreign = browser.send("GET", THINGS, "Origin", "http://evil.example");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(Browser.json(foreign).get("detail").textValue())
        .startsWith("Origin: expected " + own + ", got http://evil.example");
    assertThat(foreign.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void shouldLetInAWebSocketOfItsOwnPageAlone() throws Exception {
    String own = "http://" + server.getAuthority();

    assertThat(browser.statusLine(upgrade(own))).isEqualTo("HTTP/1.1 101");
    assertThat(browser.statusLine(upgrade("http://evil.example"))).isEqualTo("HTTP/1.1 403");
  }

  @Test
  void shouldShowNothingThatNobodyIsSaidToBeAllowedToSee() throws Exception {
    HttpResponse<String> answer = browser.send("GET", "/api/v1/forgotten");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("anything");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/things", "/api/v1/nothing", "/q/health/live", "/nothing"})
  void shouldTellBrowsersWhatTheyMayDoWithEveryAnswer(String path) throws Exception {
    HttpResponse<String> answer = browser.send("GET", path);

    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .containsExactly(
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri"
                + " 'none'; form-action 'self'");
    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(answer.headers().allValues("Cross-Origin-Opener-Policy"))
        .containsExactly("same-origin");
    assertThat(answer.headers().allValues("Cross-Origin-Resource-Policy"))
        .containsExactly("same-origin");
    if (path.startsWith("/api")) {
      assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }
  }

  @Test
  void shouldHaveNoLoginByToken() throws Exception {
    HttpResponse<String> answer = browser.sendJson("POST", SESSION, "{\"token\":\"x\"}");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(browser.send("GET", "/api/v1/login").statusCode()).isEqualTo(303);
  }

  @Test
  void shouldDescribeItsApi() throws Exception {
    HttpResponse<String> answer = browser.send("GET", "/q/openapi?format=json");

    JsonNode description = Browser.json(answer);
    assertThat(description.at("/info/title").textValue()).isEqualTo("Linchpin");
    assertThat(description.at("/components/securitySchemes/token/scheme").textValue())
        .isEqualTo("bearer");
    JsonNode change = description.at("/paths/~1api~1v1~1things/post");
    assertThat(
            change
                .at("/responses/default/content/application~1problem+json/schema/$ref")
                .textValue())
        .isEqualTo("#/components/schemas/Problem");
    assertThat(change.at("/operationId").textValue()).isEqualTo("Things_change");
    assertThat(browser.send("GET", "/q/swagger-ui").statusCode()).isEqualTo(404);
  }

  private String upgrade(String origin) {
    return String.join(
        "\n",
        "GET /api/v1/things/ws HTTP/1.1",
        "Host: " + server.getAuthority(),
        "Origin: " + origin,
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
  }
}
