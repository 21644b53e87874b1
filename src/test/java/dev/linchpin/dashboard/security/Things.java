package dev.linchpin.dashboard.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A resource as all resources of the API are. */
@Path("/api/v1/things")
@RolesAllowed("viewer")
public class Things {

  /** Shows. */
  @GET
  public String show() {
    return "things";
  }

  /** Changes. */
  @POST
  @RolesAllowed("operator")
  public void change() {}

  /** Somebody forgot to say who may. */
  @Path("/api/v1/forgotten")
  public static class Forgotten {
    @GET
    public String show() {
      return "anything";
    }
  }
}
