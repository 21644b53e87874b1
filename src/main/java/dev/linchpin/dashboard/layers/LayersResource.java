package dev.linchpin.dashboard.layers;

import dev.linchpin.dashboard.chain.ChainView;
import dev.linchpin.dashboard.chain.Chains;
import dev.linchpin.dashboard.http.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Layer maps by request. */
@Path("/api/v1/chains/{id}/layers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@Tag(name = "Chains")
public class LayersResource {
  private final Layers layers;
  private final Chains chains;

  @Inject
  LayersResource(Layers layers, Chains chains) {
    this.layers = layers;
    this.chains = chains;
  }

  /** What each layer adds to a probe's logit, for each step. */
  @GET
  @Operation(
      operationId = "getLayers",
      summary = "What each layer adds to a probe's logit, for each step of a chain")
  public LayerMap layers(
      @PathParam("id") String id,
      @Parameter(description = "Key of the probe; the champion of the model unless given")
          @QueryParam("probe")
          Optional<String> probe,
      @Context HttpHeaders headers) {
    ChainView chain = chains.find(id, headers);
    return layers.reader().read(chain, Params.text(probe));
  }
}
