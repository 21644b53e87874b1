package dev.linchpin.dashboard.alerts;

import dev.linchpin.dashboard.http.Page;
import dev.linchpin.wire.WebhookAttempted;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What webhooks were told. */
@Path("/api/v1/deliveries")
@Tag(name = "Alerts")
@RolesAllowed("viewer")
public class DeliveriesResource {
  private final Alerts alerts;

  /** Over a part. */
  DeliveriesResource(Alerts alerts) {
    this.alerts = alerts;
  }

  /**
   * A page of tries, newest first.
   *
   * @param deliveries the tries
   * @param next cursor of the next page
   */
  public record Deliveries(List<DeliveryView> deliveries, Optional<String> next) {}

  /** A page of the newest thousand. */
  @GET
  @Operation(summary = "Tries to deliver notices to webhooks, newest first")
  public Deliveries list(
      @QueryParam("incident") Optional<String> incident,
      @QueryParam("limit") Optional<String> limit,
      @QueryParam("after") Optional<String> after) {
    Page<WebhookAttempted> page = alerts.service().deliveries(incident, Page.limit(limit), after);
    return new Deliveries(page.items().stream().map(DeliveryView::of).toList(), page.next());
  }
}
