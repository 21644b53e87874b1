package dev.linchpin.dashboard.replays;

import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.dashboard.http.TextDisplay;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Runs of recorded activations through probes. */
@Path("/api/v1/replays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Replays")
@RolesAllowed("viewer")
public class ReplaysResource {
  private final Replays replays;
  private final TextDisplay text;

  /** All runs, by name. */
  public record RunListView(List<RunView> runs) {}

  @Inject
  ReplaysResource(Replays replays, TextDisplay text) {
    this.replays = replays;
    this.text = text;
  }

  /** All runs. */
  @GET
  @Operation(summary = "All runs and how far they are")
  public RunListView list() {
    return new RunListView(replays.desk().list());
  }

  /** Makes a run. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("operator")
  @Operation(summary = "Makes a run and begins to work on it")
  public RestResponse<RunView> start(RunWish wish, @Context SecurityIdentity user) {
    if (wish == null) {
      throw ProblemException.badRequest("body: expected a run, got none");
    }
    return RestResponse.status(RestResponse.Status.CREATED, replays.desk().start(name(user), wish));
  }

  /** Lets a run stand still. */
  @POST
  @Path("/{run}/pause")
  @RolesAllowed("operator")
  @Operation(summary = "Lets a run stand still")
  public RunView pause(@PathParam("run") String run, @Context SecurityIdentity user) {
    return replays.desk().pause(name(user), RunWish.checked(run));
  }

  /** Lets a run go on. */
  @POST
  @Path("/{run}/resume")
  @RolesAllowed("operator")
  @Operation(summary = "Lets a run go on, here if no process works on it")
  public RunView resume(@PathParam("run") String run, @Context SecurityIdentity user) {
    return replays.desk().resume(name(user), RunWish.checked(run));
  }

  /** Removes a run. */
  @DELETE
  @Path("/{run}")
  @RolesAllowed("operator")
  @Operation(summary = "Removes a run with all that it wrote")
  public void remove(@PathParam("run") String run, @Context SecurityIdentity user) {
    replays.desk().remove(name(user), RunWish.checked(run));
  }

  /** Compares two runs. */
  @GET
  @Path("/compare")
  @Operation(summary = "Holds two runs against each other, or one against what was scored live")
  public ComparisonView compare(
      @QueryParam("first") String first, @QueryParam("second") String second) {
    if (first == null || second == null) {
      throw ProblemException.badRequest("expected first and second: runs, or live");
    }
    return ComparisonView.of(replays.desk().compare(first, second), text.isWithheld());
  }

  private static String name(SecurityIdentity user) {
    return user.getPrincipal().getName();
  }
}
