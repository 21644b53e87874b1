package dev.linchpin.dashboard.alerts;

import dev.linchpin.alerting.IncidentView;
import dev.linchpin.dashboard.http.Page;
import dev.linchpin.dashboard.http.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Incidents, and what people do about them. */
@Path("/api/v1/incidents")
@Tag(name = "Alerts")
@RolesAllowed("viewer")
public class IncidentsResource {
  private final Alerts alerts;

  /** Over a part. */
  IncidentsResource(Alerts alerts) {
    this.alerts = alerts;
  }

  /**
   * Which incidents are asked for; all where a parameter is empty.
   *
   * @param state OPEN, ACKNOWLEDGED, RECOVERED or MUTED
   * @param severity INFO, WARNING or CRITICAL
   * @param rule id of a rule
   * @param subject name of a subject
   */
  public record Filter(
      @QueryParam("state") Optional<String> state,
      @QueryParam("severity") Optional<String> severity,
      @QueryParam("rule") Optional<String> rule,
      @QueryParam("subject") Optional<String> subject) {

    IncidentQuery query() {
      return IncidentQuery.of(state, severity, rule, subject);
    }
  }

  /**
   * That an incident was seen.
   *
   * @param note what else there is to say
   */
  public record Acknowledgement(Optional<String> note) {}

  /**
   * That an incident is not to be notified for a while.
   *
   * @param minutes how long, from 1
   */
  public record Mute(Optional<Long> minutes) {}

  /** A page of incidents. */
  @GET
  @Operation(summary = "Incidents, newest first")
  public IncidentList list(
      @BeanParam Filter filter,
      @QueryParam("limit") Optional<String> limit,
      @QueryParam("after") Optional<String> after) {
    return alerts.service().incidents(filter.query(), Page.limit(limit), after);
  }

  /** Takes an incident up. */
  @POST
  @Path("{id}/acknowledge")
  @RolesAllowed("operator")
  @Operation(summary = "Say that an incident was seen")
  public Response acknowledge(
      @PathParam("id") String id, Acknowledgement body, @Context SecurityIdentity user) {
    String note = Optional.ofNullable(body).flatMap(Acknowledgement::note).orElse("");
    return accepted(alerts.service().acknowledge(id, user.getPrincipal().getName(), note));
  }

  /** Silences an incident. */
  @POST
  @Path("{id}/mute")
  @RolesAllowed("operator")
  @Operation(summary = "Do not notify an incident for some minutes")
  public Response mute(@PathParam("id") String id, Mute body, @Context SecurityIdentity user) {
    long minutes =
        Optional.ofNullable(body)
            .flatMap(Mute::minutes)
            .orElseThrow(() -> ProblemException.badRequest("minutes: expected a number, got none"));
    return accepted(alerts.service().mute(id, user.getPrincipal().getName(), minutes));
  }

  /** Lets an incident be heard again. */
  @POST
  @Path("{id}/unmute")
  @RolesAllowed("operator")
  @Operation(summary = "Notify an incident again")
  public Response unmute(@PathParam("id") String id, @Context SecurityIdentity user) {
    return accepted(alerts.service().unmute(id, user.getPrincipal().getName()));
  }

  private static Response accepted(IncidentView incident) {
    return Response.accepted(incident).build();
  }
}
