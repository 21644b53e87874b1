package dev.linchpin.dashboard.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * As much of a provider of OpenID Connect as a login needs. Everybody who comes is ada, an
 * operator, unless {@code /issue?user=…&role=…} asks for the token of somebody else.
 */
public final class FakeProvider implements QuarkusTestResourceLifecycleManager {
  private static final String CLIENT = "linchpin";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final ObjectMapper JSON = new ObjectMapper();

  private KeyPair keys;
  private HttpServer server;
  private String url;

  @Override
  public Map<String, String> start() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    url = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext("/.well-known/openid-configuration", this::configuration);
    server.createContext("/jwks", this::keySet);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/issue", this::issue);
    server.start();
    return Map.of(
        "quarkus.oidc.auth-server-url", url,
        "quarkus.oidc.client-id", CLIENT,
        "quarkus.oidc.credentials.secret", "a secret of at least thirty-two characters");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void configuration(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        Map.of(
            "issuer", url,
            "jwks_uri", url + "/jwks",
            "authorization_endpoint", url + "/authorize",
            "token_endpoint", url + "/token"));
  }

  private void keySet(HttpExchange exchange) throws IOException {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    Map<String, String> jwk =
        Map.of(
            "kty", "RSA",
            "kid", "1",
            "use", "sig",
            "alg", "RS256",
            "n", unsigned(key.getModulus()),
            "e", unsigned(key.getPublicExponent()));
    answer(exchange, Map.of("keys", List.of(jwk)));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange);
    String back = query.get("redirect_uri") + "?code=c0de&state=" + query.get("state");
    exchange.getResponseHeaders().set("Location", back);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    String token = token("ada", "operator");
    answer(
        exchange,
        Map.of(
            "access_token", token, "id_token", token, "token_type", "Bearer", "expires_in", 600));
  }

  private void issue(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange);
    answer(exchange, Map.of("token", token(query.get("user"), query.get("role"))));
  }

  private String token(String user, String role) throws IOException {
    Instant now = Instant.now();
    Map<String, Object> claims =
        Map.of(
            "iss",
            url,
            "aud",
            CLIENT,
            "sub",
            "id of " + user,
            "upn",
            user,
            "sid",
            "session of " + user,
            "groups",
            List.of(role),
            "iat",
            now.getEpochSecond(),
            "exp",
            now.plusSeconds(600).getEpochSecond());
    String content =
        encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", "1")) + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(content.getBytes(UTF_8));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(Map<String, ?> json) throws IOException {
    return BASE64.encodeToString(JSON.writeValueAsBytes(json));
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return BASE64.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static Map<String, String> query(HttpExchange exchange) {
    return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  private static void answer(HttpExchange exchange, Map<String, ?> json) throws IOException {
    byte[] body = JSON.writeValueAsBytes(json);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
