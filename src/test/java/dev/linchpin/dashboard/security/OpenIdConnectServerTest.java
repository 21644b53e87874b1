package dev.linchpin.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server to which people log in at a provider of OpenID Connect. */
@QuarkusTest
@TestProfile(OpenIdConnectServerTest.WithProvider.class)
final class OpenIdConnectServerTest {
  private static final String SESSION = "/api/v1/session";
  private static final String THINGS = "/api/v1/things";
  private static final String LOGIN = "/api/v1/login";

  @TestHTTPResource("/")
  URI server;

  private Browser browser;
  private Browser provider;

  /** With a provider of its own. */
  public static final class WithProvider extends ServerProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(FakeProvider.class));
    }
  }

  @BeforeEach
  void openBrowser() {
    browser = new Browser(server);
    provider =
        new Browser(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", URI.class));
  }

  @Test
  void shouldAskForALoginAndSayWhere() throws Exception {
    HttpResponse<String> api = browser.send("GET", SESSION);
    HttpResponse<String> login = browser.send("GET", LOGIN);

    assertThat(api.statusCode()).isEqualTo(401);
    assertThat(Browser.json(api).get("type").textValue()).isEqualTo("urn:linchpin:login:oidc");
    assertThat(login.statusCode()).isEqualTo(302);
    assertThat(location(login)).contains("/authorize?", "client_id=linchpin");
  }

  @Test
  void shouldLetABrowserInByTheProvider() throws Exception {
    HttpResponse<String> login = browser.send("GET", LOGIN);
    HttpResponse<String> agreed = provider.send("GET", location(login));
    HttpResponse<String> back = browser.send("GET", location(agreed), "Cookie", cookies(login));
    HttpResponse<String> page = browser.send("GET", location(back), "Cookie", cookies(back));

    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(URI.create(location(page)).getPath()).isEqualTo("/");
    assertThat(back.headers().allValues("Set-Cookie").toString()).containsIgnoringCase("HttpOnly");
    JsonNode session = Browser.json(browser.send("GET", SESSION, "Cookie", cookies(back)));
    assertThat(session.get("user").textValue()).isEqualTo("ada");
    assertThat(session.get("authentication").textValue()).isEqualTo("oidc");
    assertThat(session.get("roles"))
        .extracting(JsonNode::textValue)
        .containsExactly("operator", "viewer");
    String csrf = session.get("csrf").textValue();
    assertThat(browser.send("POST", THINGS, "Cookie", cookies(back)).statusCode()).isEqualTo(403);
    assertThat(change(cookies(back), csrf)).isEqualTo(204);

    HttpResponse<String> logout =
        browser.send("DELETE", SESSION, "Cookie", cookies(back), "X-CSRF-Token", csrf);
    assertThat(logout.statusCode()).isEqualTo(204);
    assertThat(logout.headers().allValues("Set-Cookie").toString()).contains("q_session=;");
  }

  @Test
  void shouldLetAProgramInByItsAccessToken() throws Exception {
    String[] operator = {"Authorization", "Bearer " + issued("ada", "operator")};
    String[] viewer = {"Authorization", "Bearer " + issued("bob", "viewer")};
    String[] stranger = {"Authorization", "Bearer " + issued("eve", "guest")};
    String[] forger = {"Authorization", "Bearer " + issued("ada", "operator") + "x"};

    assertThat(browser.send("GET", THINGS, operator).body()).isEqualTo("things");
    assertThat(browser.send("POST", THINGS, operator).statusCode()).isEqualTo(204);
    assertThat(browser.send("GET", THINGS, viewer).body()).isEqualTo("things");
    assertThat(browser.send("POST", THINGS, viewer).statusCode()).isEqualTo(403);
    assertThat(browser.send("GET", THINGS, stranger).statusCode()).isEqualTo(403);
    HttpResponse<String> forged = browser.send("GET", THINGS, forger);
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(Browser.json(forged).get("status").intValue()).isEqualTo(401);
  }

  @Test
  void shouldShowThePageWithALoginThatIsOver() throws Exception {
    String[] over = {"Cookie", "q_session=nonsense; linchpin_session=nonsense"};

    assertThat(browser.send("GET", "/", over).statusCode()).isNotIn(302, 401, 403);
    assertThat(browser.send("GET", SESSION, over).statusCode()).isEqualTo(401);
  }

  private int change(String cookies, String csrf) throws Exception {
    return browser.send("POST", THINGS, "Cookie", cookies, "X-CSRF-Token", csrf).statusCode();
  }

  private String issued(String user, String role) throws Exception {
    HttpResponse<String> answer = provider.send("GET", "/issue?user=" + user + "&role=" + role);
    return Browser.json(answer).get("token").textValue();
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String cookies(HttpResponse<?> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .filter(cookie -> !cookie.endsWith("="))
        .collect(Collectors.joining("; "));
  }
}
