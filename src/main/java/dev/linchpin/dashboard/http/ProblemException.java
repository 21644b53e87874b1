package dev.linchpin.dashboard.http;

import jakarta.ws.rs.core.Response.Status;

/** A request that cannot be answered as it was meant; the client is told why. */
public final class ProblemException extends RuntimeException {
  private final Status status;

  /**
   * A problem.
   *
   * @param status HTTP status
   * @param detail one line for the client: expected, got
   */
  public ProblemException(Status status, String detail) {
    super(detail);
    this.status = status;
  }

  /** 400: a parameter or a body is wrong. */
  public static ProblemException badRequest(String detail) {
    return new ProblemException(Status.BAD_REQUEST, detail);
  }

  /** 404: there is no such thing, or no longer. */
  public static ProblemException notFound(String detail) {
    return new ProblemException(Status.NOT_FOUND, detail);
  }

  /** 409: the state of things forbids it. */
  public static ProblemException conflict(String detail) {
    return new ProblemException(Status.CONFLICT, detail);
  }

  /** 503: not now; later, perhaps. */
  public static ProblemException unavailable(String detail) {
    return new ProblemException(Status.SERVICE_UNAVAILABLE, detail);
  }

  Status status() {
    return status;
  }
}
