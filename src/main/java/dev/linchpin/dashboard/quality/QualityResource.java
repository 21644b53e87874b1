package dev.linchpin.dashboard.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How good the probes are, over HTTP. */
@Path("/api/v1/quality")
@Tag(name = "Quality")
@RolesAllowed("viewer")
public class QualityResource {
  private final Quality quality;

  @Inject
  QualityResource(Quality quality) {
    this.quality = quality;
  }

  @GET
  @Operation(summary = "Live quality of every probe version over time, and its promotions")
  public QualityReport quality(@QueryParam("model") Optional<String> model) {
    return quality.report(model);
  }
}
