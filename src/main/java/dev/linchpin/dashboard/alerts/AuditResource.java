package dev.linchpin.dashboard.alerts;

import dev.linchpin.dashboard.http.Page;
import dev.linchpin.wire.OperatorActed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people did. */
@Path("/api/v1/audit")
@Tag(name = "Alerts")
@RolesAllowed("viewer")
public class AuditResource {
  private final Alerts alerts;

  /** Over a part. */
  AuditResource(Alerts alerts) {
    this.alerts = alerts;
  }

  /**
   * A page of what people did, newest first.
   *
   * @param entries what they did
   * @param next cursor of the next page
   */
  public record Entries(List<OperatorActed> entries, Optional<String> next) {}

  /** A page of the newest thousand. */
  @GET
  @Operation(summary = "What people changed, newest first")
  public Entries list(
      @QueryParam("limit") Optional<String> limit, @QueryParam("after") Optional<String> after) {
    Page<OperatorActed> page = alerts.service().audit(Page.limit(limit), after);
    return new Entries(page.items(), page.next());
  }
}
