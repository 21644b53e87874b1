package dev.linchpin.dashboard.http;

/**
 * What went wrong with a request, as RFC 9457 wants it.
 *
 * @param type a URI reference that names the kind, {@code about:blank} where the status says all
 * @param title what the kind is, the same for all of it
 * @param status HTTP status
 * @param detail what was expected and what came
 * @param instance path of the request
 */
public record Problem(String type, String title, int status, String detail, String instance) {
  static final String MEDIA_TYPE = "application/problem+json";
}
