package dev.linchpin.dashboard.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;

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
  /** Of a problem in JSON. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem whose status says what kind it is. */
  public static Problem of(StatusType status, String detail, String path) {
    return of("about:blank", status, detail, path);
  }

  /** A problem of a kind. */
  public static Problem of(String type, StatusType status, String detail, String path) {
    return new Problem(type, status.getReasonPhrase(), status.getStatusCode(), detail, path);
  }

  /** As the answer to its request. */
  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
