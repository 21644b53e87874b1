package dev.linchpin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

final class ClusterOptionsTest {

  @TempDir Path folder;

  @Command
  private static final class Holder {
    @Mixin private ClusterOptions options;
  }

  @Test
  void shouldPutOptionsBeforeTheFile() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("client.properties"),
            "bootstrap.servers=a:1\nschema.registry.url=http://a\nsecurity.protocol=SSL\n");

    ClusterOptions options =
        parse("--client-config", file.toString(), "--bootstrap-servers", "b:2", "--prefix", "x.");

    assertThat(options.client())
        .isEqualTo(
            Map.of(
                "bootstrap.servers", "b:2",
                "schema.registry.url", "http://a",
                "security.protocol", "SSL"));
    assertThat(options.topics().problems().name()).isEqualTo("x.problems");
  }

  @Test
  void shouldNotBeGivenByAPrefixAlone() {
    assertThat(parse("--prefix", "x.").isGiven()).isFalse();
    assertThat(parse("--bootstrap-servers", "b:2").isGiven()).isTrue();
  }

  @Test
  void shouldNameEveryMissingAddress() {
    assertThatThrownBy(() -> parse("--bootstrap-servers", "b:2").client())
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("--schema-registry-url");
    assertThatThrownBy(() -> parse().client())
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("--bootstrap-servers and --schema-registry-url");
  }

  @Test
  void shouldRejectAFileThatIsNotThereAndAPrefixThatCannotBe() {
    assertThatThrownBy(() -> parse("--client-config", "/no/such/file").client())
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("/no/such/file");
    assertThatThrownBy(() -> parse("--prefix", "a b").topics())
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("prefix");
  }

  private static ClusterOptions parse(String... arguments) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(arguments);
    return holder.options;
  }
}
