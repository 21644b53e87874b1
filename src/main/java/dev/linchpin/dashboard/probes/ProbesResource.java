package dev.linchpin.dashboard.probes;

import dev.linchpin.dashboard.http.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The published probes and which of them flags. */
@Path("/api/v1/probes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Probes")
@RolesAllowed("viewer")
public class ProbesResource {
  private final Probes probes;

  /** All probes, by model, version and name. */
  public record ProbeList(List<ProbeView> probes) {}

  /**
   * A probe.
   *
   * @param probe its key, {@code model/name/version}
   */
  public record ProbeKey(String probe) {}

  /** Whose champion it is about. */
  public record ModelName(String model) {}

  @Inject
  ProbesResource(Probes probes) {
    this.probes = probes;
  }

  /** All probes. */
  @GET
  @Operation(summary = "All published probes")
  public ProbeList list() {
    return new ProbeList(probes.desk().probes());
  }

  /** Makes a probe the champion. */
  @POST
  @Path("/promote")
  @RolesAllowed("operator")
  @Operation(summary = "Makes a probe the champion of its model")
  public ProbeKey promote(ProbeKey wanted, @Context SecurityIdentity user) {
    probes.desk().promote(user.getPrincipal().getName(), required(wanted));
    return wanted;
  }

  /** Takes a probe out of use. */
  @POST
  @Path("/retire")
  @RolesAllowed("operator")
  @Operation(summary = "Takes a probe out of use")
  public ProbeKey retire(ProbeKey wanted, @Context SecurityIdentity user) {
    probes.desk().retire(user.getPrincipal().getName(), required(wanted));
    return wanted;
  }

  /** Goes back to the champion before. */
  @POST
  @Path("/rollback")
  @RolesAllowed("operator")
  @Operation(summary = "Makes a model's former champion the champion again")
  public ProbeKey rollback(ModelName of, @Context SecurityIdentity user) {
    if (of == null || of.model() == null) {
      throw ProblemException.badRequest("model: expected the name of a model, got none");
    }
    return new ProbeKey(probes.desk().rollback(user.getPrincipal().getName(), of.model()));
  }

  private static String required(ProbeKey wanted) {
    if (wanted == null || wanted.probe() == null) {
      throw ProblemException.badRequest("probe: expected model/name/version, got none");
    }
    return wanted.probe();
  }
}
