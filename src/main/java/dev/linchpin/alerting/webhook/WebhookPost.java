package dev.linchpin.alerting.webhook;

import dev.linchpin.wire.IncidentChanged;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Posts notices, once each; follows no redirects. */
final class WebhookPost {
  /** The header that names the notice, the same in every try. */
  static final String DELIVERY = "Linchpin-Delivery";

  private static final int LONGEST_ERROR = 200;

  private final HttpClient client;
  private final Duration timeout;
  private final InstantSource clock;

  WebhookPost(Duration timeout, InstantSource clock) {
    this.timeout = timeout;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /** One try; never fails, but answers what went wrong. */
  CompletableFuture<Answer> post(WebhookTarget target, IncidentChanged changed) {
    return client
        .sendAsync(request(target, changed), HttpResponse.BodyHandlers.discarding())
        // The request's own time ends at the answer's head.
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .<Answer>thenApply(response -> new Answer.Status(response.statusCode()))
        .exceptionally(WebhookPost::failure);
  }

  private HttpRequest request(WebhookTarget target, IncidentChanged changed) {
    NoticeBody body = NoticeBody.of(changed);
    String json = body.json();
    return HttpRequest.newBuilder(target.url())
        .timeout(timeout)
        .header("Content-Type", "application/json")
        .header("User-Agent", "Linchpin")
        .header(DELIVERY, body.delivery())
        .header(Signature.HEADER, Signature.of(target.secret(), clock.instant(), json))
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
  }

  private static Answer failure(Throwable fault) {
    Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
    String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    return new Answer.Failure(text.substring(0, Math.min(LONGEST_ERROR, text.length())));
  }
}
