package dev.linchpin.wire.confluent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * One address of the registry and how to log in there.
 *
 * @param base without user, without trailing slash
 * @param authorization value of the header
 */
record RegistryAddress(String base, Optional<String> authorization) {

  static List<RegistryAddress> of(RegistryConfig config) {
    List<String> urls = config.getList(RegistryConfig.URL);
    if (urls.isEmpty()) {
      throw new ConfigException(RegistryConfig.URL, urls, "expected at least one address");
    }
    return urls.stream().map(url -> of(url.strip(), config)).toList();
  }

  private static RegistryAddress of(String url, RegistryConfig config) {
    URI uri = parse(url);
    String base = url.replaceFirst("//[^/@]*@", "//").replaceFirst("/+$", "");
    return new RegistryAddress(base, authorization(uri, config));
  }

  private static URI parse(String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the address: it may hold a password.
    }
    throw new ConfigException(
        RegistryConfig.URL + ": expected addresses such as http://host:8081, got another form");
  }

  private static Optional<String> authorization(URI uri, RegistryConfig config) {
    String token = config.getPassword(RegistryConfig.BEARER_TOKEN).value();
    Optional<String> user = userInfo(uri, config);
    if (!token.isEmpty() && user.isPresent()) {
      throw new ConfigException(
          "expected " + RegistryConfig.BEARER_TOKEN + " or a user for the registry, got both");
    }
    return token.isEmpty() ? user.map(RegistryAddress::basic) : Optional.of("Bearer " + token);
  }

  private static Optional<String> userInfo(URI uri, RegistryConfig config) {
    if (config.getString(RegistryConfig.BASIC_SOURCE).equals("URL")) {
      return Optional.ofNullable(uri.getUserInfo());
    }
    String user = config.getPassword(RegistryConfig.BASIC_USER_INFO).value();
    if (user.isEmpty()) {
      throw new ConfigException(
          RegistryConfig.BASIC_SOURCE
              + " is USER_INFO: expected user:password in "
              + RegistryConfig.BASIC_USER_INFO
              + ", got nothing");
    }
    return Optional.of(user);
  }

  private static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
  }
}
