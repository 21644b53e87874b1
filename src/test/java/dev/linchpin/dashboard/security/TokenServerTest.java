package dev.linchpin.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A server with a token file. */
@QuarkusTest
@TestProfile(TokenServerTest.WithTokens.class)
@TestMethodOrder(OrderAnnotation.class)
final class TokenServerTest {
  private static final String SESSION = "/api/v1/session";
  private static final String THINGS = "/api/v1/things";
  private static final String COOKIE = "linchpin_session";

  @TestHTTPResource("/")
  URI server;

  private Browser browser;
  private Path file;

  /** With a file of its own, and without texts. */
  public static final class WithTokens extends ServerProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        Path file = Files.createTempDirectory("linchpin-tokens").resolve("tokens");
        Map<String, String> settings = super.getConfigOverrides();
        settings.put("linchpin.dashboard.tokens", file.toString());
        settings.put("linchpin.dashboard.withhold-text", "true");
        return settings;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @BeforeEach
  void openBrowser() throws IOException {
    browser = new Browser(server);
    file = ConfigProvider.getConfig().getValue("linchpin.dashboard.tokens", Path.class);
    users(Tokens.line("ada", "operator", Tokens.ADA), Tokens.line("bob", "viewer", Tokens.BOB));
  }

  @Test
  void shouldAskForALogin() throws Exception {
    for (String path : List.of(SESSION, THINGS, "/api/v1/login")) {
      HttpResponse<String> answer = browser.send("GET", path);
      if (!path.endsWith("login")) {
        assertThat(answer.statusCode()).as(path).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
            .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(Browser.json(answer).get("type").textValue())
            .isEqualTo("urn:linchpin:login:token");
      } else {
        assertThat(answer.statusCode()).isEqualTo(404);
      }
    }
    assertThat(browser.send("POST", THINGS).statusCode()).isEqualTo(401);
    assertThat(browser.send("GET", "/q/health/live").statusCode()).isEqualTo(200);
    assertThat(browser.send("GET", "/q/metrics").statusCode()).isEqualTo(200);
    assertThat(browser.statusLine(upgrade(""))).isEqualTo("HTTP/1.1 401");
  }

  @Test
  void shouldLetAProgramInByItsToken() throws Exception {
    String[] ada = {"Authorization", "Bearer " + Tokens.ADA};
    String[] bob = {"Authorization", "Bearer " + Tokens.BOB};
    String[] eve = {"Authorization", "Bearer " + "e".repeat(64)};

    assertThat(browser.send("GET", THINGS, ada).body()).isEqualTo("things");
    assertThat(browser.send("POST", THINGS, ada).statusCode()).isEqualTo(204);
    assertThat(browser.send("GET", THINGS, bob).body()).isEqualTo("things");
    HttpResponse<String> forbidden = browser.send("POST", THINGS, bob);
    assertThat(forbidden.statusCode()).isEqualTo(403);
    assertThat(forbidden.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    HttpResponse<String> unknown = browser.send("GET", THINGS, eve);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode session = Browser.json(browser.send("GET", SESSION, bob));
    assertThat(session.get("user").textValue()).isEqualTo("bob");
    assertThat(session.get("roles")).extracting(JsonNode::textValue).containsExactly("viewer");
    assertThat(session.get("csrf").isNull()).isTrue();
    assertThat(session.get("textWithheld").booleanValue()).isTrue();
  }

  @Test
  void shouldLetABrowserInAndOut() throws Exception {
    HttpResponse<String> login = login(Tokens.ADA);
    assertThat(login.statusCode()).isEqualTo(204);
    assertThat(login.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .containsIgnoringCase("HttpOnly")
                    .contains("Path=/", "SameSite=Strict", "Max-Age=28800")
                    .doesNotContain("Secure", Tokens.ADA));
    String cookie = Browser.cookie(login, COOKIE);

    JsonNode session = Browser.json(browser.send("GET", SESSION, "Cookie", cookie));
    assertThat(session.get("user").textValue()).isEqualTo("ada");
    assertThat(session.get("authentication").textValue()).isEqualTo("token");
    String csrf = session.get("csrf").textValue();
    assertThat(browser.send("POST", THINGS, "Cookie", cookie).statusCode()).isEqualTo(403);
    assertThat(change(cookie, csrf)).isEqualTo(204);
    assertThat(browser.statusLine(upgrade(cookie))).isEqualTo("HTTP/1.1 101");

    HttpResponse<String> logout =
        browser.send("DELETE", SESSION, "Cookie", cookie, "X-CSRF-Token", csrf);
    assertThat(logout.statusCode()).isEqualTo(204);
    assertThat(Browser.cookie(logout, COOKIE)).isEqualTo(COOKIE + "=");
    assertThat(browser.send("GET", THINGS, "Cookie", cookie).statusCode()).isEqualTo(401);
    assertThat(browser.send("GET", "/", "Cookie", cookie).statusCode()).isNotIn(401, 403);
  }

  @Test
  void shouldBindTheCsrfTokenToTheSession() throws Exception {
    String first = Browser.cookie(login(Tokens.ADA), COOKIE);
    String second = Browser.cookie(login(Tokens.ADA), COOKIE);
    String csrf =
        Browser.json(browser.send("GET", SESSION, "Cookie", second)).get("csrf").textValue();

    assertThat(change(first, csrf)).isEqualTo(403);
    assertThat(change(second, csrf)).isEqualTo(204);
  }

  @Test
  void shouldEndASessionWithItsLine() throws Exception {
    String ada = Browser.cookie(login(Tokens.ADA), COOKIE);
    String bob = Browser.cookie(login(Tokens.BOB), COOKIE);

    users(Tokens.line("bob", "viewer", Tokens.BOB), "# without ada");

    assertThat(browser.send("GET", THINGS, "Cookie", ada).statusCode()).isEqualTo(401);
    assertThat(browser.send("GET", THINGS, "Cookie", bob).statusCode()).isEqualTo(200);
  }

  /** Last, as it keeps everybody out for a minute. */
  @Test
  @Order(Integer.MAX_VALUE)
  void shouldLetNobodyLogInAfterTooManyFailures() throws Exception {
    assertThat(browser.sendJson("POST", SESSION, "").statusCode()).isEqualTo(401);
    HttpResponse<String> failed = login("e".repeat(64));
    assertThat(failed.statusCode()).isEqualTo(401);
    assertThat(Browser.json(failed).get("detail").textValue())
        .isEqualTo("expected a token of the token file, got another");
    for (int i = 2; i < FailedLogins.MOST; i++) {
      assertThat(login("e".repeat(64)).statusCode()).isEqualTo(401);
    }

    HttpResponse<String> refused = login(Tokens.ADA);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    String[] program = {"Authorization", "Bearer " + Tokens.ADA};
    assertThat(browser.send("GET", THINGS, program).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> login(String token) throws Exception {
    return browser.sendJson("POST", SESSION, "{\"token\":\"" + token + "\"}");
  }

  private int change(String cookie, String csrf) throws Exception {
    return browser.send("POST", THINGS, "Cookie", cookie, "X-CSRF-Token", csrf).statusCode();
  }

  private String upgrade(String cookie) {
    return String.join(
        "\n",
        "GET /api/v1/things/ws HTTP/1.1",
        "Host: " + server.getAuthority(),
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Cookie: " + cookie);
  }

  private void users(String... lines) throws IOException {
    Path next = Files.createTempFile(file.getParent(), "next", "");
    Files.write(next, List.of(lines));
    Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
