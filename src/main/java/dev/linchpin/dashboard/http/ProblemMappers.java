package dev.linchpin.dashboard.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.linchpin.catalogue.RefusedChangeException;
import dev.linchpin.replay.RefusedReplayException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import jakarta.ws.rs.core.UriInfo;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of a request becomes a {@link Problem}. */
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response problem(ProblemException fault, UriInfo request) {
    return answer(fault.status(), String.valueOf(fault.getMessage()), request);
  }

  @ServerExceptionMapper
  Response refusal(WebApplicationException fault, UriInfo request) {
    StatusType status = fault.getResponse().getStatusInfo();
    return answer(status, String.valueOf(fault.getMessage()), request);
  }

  /** The body is JSON, but not what was asked for. */
  @ServerExceptionMapper
  Response body(MismatchedInputException fault, UriInfo request) {
    return answer(Status.BAD_REQUEST, "body: " + fault.getOriginalMessage(), request);
  }

  /** The state of probes or of runs forbids it. */
  @ServerExceptionMapper({RefusedChangeException.class, RefusedReplayException.class})
  Response conflict(RuntimeException fault, UriInfo request) {
    return answer(Status.CONFLICT, String.valueOf(fault.getMessage()), request);
  }

  /** The cluster is away, or refuses. */
  @ServerExceptionMapper
  Response cluster(KafkaException fault, UriInfo request) {
    LOG.warnf("Cluster did not answer: path=%s cause=%s", request.getPath(), fault);
    return answer(Status.SERVICE_UNAVAILABLE, String.valueOf(fault.getMessage()), request);
  }

  /** Nobody outside is told more than that it failed. */
  @ServerExceptionMapper
  Response failure(RuntimeException fault, UriInfo request) {
    LOG.errorf(fault, "Request failed: path=%s", request.getPath());
    return answer(Status.INTERNAL_SERVER_ERROR, "the server's log says why", request);
  }

  private static Response answer(StatusType status, String detail, UriInfo request) {
    return Problem.of(status, detail, request.getRequestUri().getPath()).response();
  }
}
