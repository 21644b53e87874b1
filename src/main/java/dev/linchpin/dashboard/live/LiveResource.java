package dev.linchpin.dashboard.live;

import dev.linchpin.dashboard.http.Params;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The live stream as server-sent events. */
@Path("/api/v1/live")
@RolesAllowed("viewer")
@Tag(name = "Live")
public class LiveResource {
  private static final long RETRY_MS = 300;

  private final Live live;

  @Inject
  LiveResource(Live live) {
    this.live = live;
  }

  /** Messages until the client goes. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "live",
      summary = "What happens now: a snapshot, then batches; resumes by Last-Event-ID")
  public Multi<OutboundSseEvent> events(
      @Parameter(description = "One chain only") @QueryParam("chain") Optional<String> chain,
      @Parameter(description = "One model only") @QueryParam("model") Optional<String> model,
      @Parameter(description = "Most running chains at once, 1 to 500") @QueryParam("chains")
          Optional<String> chains,
      @QueryParam("after") Optional<String> after,
      @HeaderParam("Last-Event-ID") Optional<String> lastEventId,
      @Context Sse sse) {
    Optional<String> from = Params.text(lastEventId).or(() -> Params.text(after));
    return live.messages(Wish.of(chain, model, chains), from).map(message -> event(message, sse));
  }

  private static OutboundSseEvent event(Message message, Sse sse) {
    OutboundSseEvent.Builder event =
        sse.newEventBuilder().name(message.event().text()).data(message.data());
    message.id().ifPresent(event::id);
    if (message.event() == Message.Kind.SNAPSHOT) {
      event.reconnectDelay(RETRY_MS);
    }
    return event.build();
  }
}
