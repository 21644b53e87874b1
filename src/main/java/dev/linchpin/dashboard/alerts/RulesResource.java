package dev.linchpin.dashboard.alerts;

import dev.linchpin.alerting.AlertRule;
import dev.linchpin.dashboard.http.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Alert rules. */
@Path("/api/v1/alert-rules")
@Tag(name = "Alerts")
@RolesAllowed("viewer")
public class RulesResource {
  private final Alerts alerts;

  /** Over a part. */
  RulesResource(Alerts alerts) {
    this.alerts = alerts;
  }

  /**
   * The rules in force.
   *
   * @param rules by signal and id
   */
  public record Rules(List<RuleView> rules) {}

  /** All rules. */
  @GET
  @Operation(summary = "The alert rules in force")
  public Rules list() {
    return new Rules(alerts.service().rules().stream().map(RuleView::of).toList());
  }

  /** Changes a rule, or adds one. */
  @PUT
  @Path("{id}")
  @RolesAllowed("operator")
  @Operation(summary = "Change or add an alert rule")
  public Response change(
      @PathParam("id") String id, RuleView body, @Context SecurityIdentity user) {
    if (body == null) {
      throw ProblemException.badRequest("expected a rule, got nothing");
    }
    AlertRule changed = alerts.service().change(body.rule(id), user.getPrincipal().getName());
    return Response.accepted(RuleView.of(changed)).build();
  }
}
