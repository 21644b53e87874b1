package dev.linchpin.dashboard.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What all operations have in common, for the description of the API: problems and ways in. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {
  private static final String PROBLEM = "Problem";
  private static final String TOKEN = "token";
  private static final String SESSION = "session";

  @Override
  public Operation filterOperation(Operation operation) {
    APIResponses responses = operation.getResponses();
    if (responses == null) {
      responses = OASFactory.createAPIResponses();
    }
    responses.setDefaultValue(problem());
    operation.setResponses(responses);
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components components =
        api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
    components.addSchema(PROBLEM, problemSchema());
    components.addSecurityScheme(TOKEN, token());
    components.addSecurityScheme(SESSION, session());
    api.setComponents(components);
    api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
    api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SESSION));
  }

  private static APIResponse problem() {
    Schema reference = OASFactory.createSchema().ref(PROBLEM);
    return OASFactory.createAPIResponse()
        .description("What went wrong")
        .content(
            OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(reference)));
  }

  private static Schema problemSchema() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("What went wrong with a request (RFC 9457)")
        .properties(
            Map.of(
                "type", of(SchemaType.STRING),
                "title", of(SchemaType.STRING),
                "status", of(SchemaType.INTEGER),
                "detail", of(SchemaType.STRING),
                "instance", of(SchemaType.STRING)));
  }

  private static Schema of(SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }

  private static SecurityScheme token() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description("A token of the token file, or an access token of OpenID Connect");
  }

  private static SecurityScheme session() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.COOKIE)
        .name("linchpin_session")
        .description("A browser's session; every change needs the header X-CSRF-Token as well");
  }
}
