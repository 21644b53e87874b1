package dev.linchpin.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.registry.EmbeddedRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.apache.avro.Schema;

/** Registers schemas as another program would. */
public final class TestSchemas {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TestSchemas() {}

  /** The id that the registry gave. */
  public static int register(EmbeddedRegistry registry, String subject, Schema schema)
      throws IOException, InterruptedException {
    String body = MAPPER.writeValueAsString(Map.of("schema", schema.toString()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/" + subject + "/versions"))
            .POST(BodyPublishers.ofString(body))
            .build();
    String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return MAPPER.readTree(answer).required("id").asInt();
  }
}
