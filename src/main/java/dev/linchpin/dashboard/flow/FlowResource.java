package dev.linchpin.dashboard.flow;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How records flow, over HTTP. */
@Path("/api/v1/flow")
@Tag(name = "Flow")
@RolesAllowed("viewer")
public class FlowResource {
  private final Flow flow;

  @Inject
  FlowResource(Flow flow) {
    this.flow = flow;
  }

  @GET
  @Operation(summary = "Throughput, lag, lead times, dead letters, nodes and instances")
  public FlowReport flow() {
    return flow.report();
  }
}
