package dev.linchpin.dashboard.chain;

import dev.linchpin.dashboard.http.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Chains by request. */
@Path(ChainsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@Tag(name = "Chains")
public class ChainsResource {
  static final String PATH = "/api/v1/chains";

  private static final String LOCAL = "local";

  private final Chains chains;

  @Inject
  ChainsResource(Chains chains) {
    this.chains = chains;
  }

  /**
   * Some chains, the newest first, and how long they are kept.
   *
   * @param chains summaries
   * @param next cursor of those after them; empty at the end
   * @param silent instances that did not answer, or did not have their chains yet: those are
   *     missing
   * @param retention how many chains are kept, and how long
   */
  public record Answer(
      List<ChainSummary> chains, Optional<String> next, List<String> silent, Retention retention) {}

  /** The newest chains that are meant. */
  @GET
  @Operation(operationId = "listChains", summary = "Chains, the newest first")
  public Answer list(
      @BeanParam ChainQuery query,
      @Parameter(hidden = true) @QueryParam("partitions") Optional<String> partitions,
      @Context HttpHeaders headers) {
    ChainDirectory directory = chains.directory();
    ChainList found =
        Params.wholes("partitions", partitions)
            .map(numbers -> directory.newest(query, numbers))
            .orElseGet(() -> directory.newest(query, Caller.of(headers)));
    return new Answer(found.chains(), found.next(), found.silent(), chains.retention());
  }

  /** A chain with its steps. */
  @GET
  @Path("{id}")
  @Operation(operationId = "getChain", summary = "A chain with its steps, scores and ablations")
  public ChainView chain(
      @PathParam("id") String id,
      @Parameter(hidden = true) @QueryParam("scope") Optional<String> scope,
      @Context HttpHeaders headers) {
    return chains.directory().chain(id, isLocal(scope), Caller.of(headers));
  }

  /** The same as a file. */
  @GET
  @Path("{id}/export")
  @Operation(operationId = "exportChain", summary = "The same as a file")
  public Response export(@PathParam("id") String id, @Context HttpHeaders headers) {
    ChainView chain = chains.directory().chain(id, false, Caller.of(headers));
    String name = "chain-" + id.replaceAll("[^A-Za-z0-9._-]", "_") + ".json";
    return Response.ok(chain)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  private static boolean isLocal(Optional<String> scope) {
    return scope.filter(LOCAL::equals).isPresent();
  }
}
