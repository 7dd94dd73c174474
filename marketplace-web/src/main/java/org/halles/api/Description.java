package org.halles.api;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.halles.api.problem.Problem;
import org.halles.marketplace.payment.CaptureMoment;

/**
 * Completes the served description with what holds for every operation, so that no resource has to
 * repeat it: idempotency keys, the vendor header, who may call, and how errors look.
 */
public class Description implements OASFilter {

  private static final String PROBLEM = "#/components/schemas/Problem";

  /** Component responses that any resource may refer to by {@code ref}. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "BadRequest", "Malformed; everything that is wrong at once",
          "Unauthorized", "Nobody is signed in, or the token is no longer good",
          "PaymentDeclined", "The payment was declined; the cart is kept",
          "Forbidden", "Signed in, but not allowed",
          "NotFound", "There is no such thing, or it is somebody else's",
          "Conflict", "It collides with what happened meanwhile",
          "PreconditionFailed", "`If-Match` names a former version",
          "Unprocessable", "Understood, and against a business rule named by `type`",
          "TooManyRequests", "Too often; see `Retry-After`",
          "GatewayUnavailable", "The payment gateway is down; the cart is kept");

  @Override
  public void filterOpenAPI(OpenAPI description) {
    description.setExternalDocs(
        OASFactory.createExternalDocumentation()
            .description("Problem details, the form of every error")
            .url("https://www.rfc-editor.org/rfc/rfc9457"));
    forget(description.getComponents().getSchemas(), CaptureMoment.COLLECTION.name());
    ANSWERS.forEach(
        (name, meaning) -> description.getComponents().addResponse(name, problem(meaning)));
    description
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(path, method, operation)));
    Absences.describe(description);
  }

  /** A value that no request may send and no answer tells: the way to pay chooses it. */
  private static void forget(Map<String, Schema> schemas, String value) {
    for (Schema schema : schemas.values()) {
      if (schema.getEnumeration() != null) {
        schema.setEnumeration(
            schema.getEnumeration().stream()
                .filter(one -> !value.equals(String.valueOf(one)))
                .toList());
      }
      if (schema.getProperties() != null) {
        forget(schema.getProperties(), value);
      }
    }
  }

  private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
    boolean guarded = path.startsWith("/api/v1/vendor/") || path.startsWith("/api/v1/operator/");
    if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) {
      operation.setSecurity(List.of(guarded ? bearer() : OASFactory.createSecurityRequirement()));
    }
    if (path.startsWith("/api/v1/vendor/") && !takes("X-Vendor", operation)) {
      operation.addParameter(
          header("X-Vendor", false, "Which vendor to act for, where there are several: its slug."));
    }
    if (method == PathItem.HttpMethod.POST && !takes("Idempotency-Key", operation)) {
      boolean demanded = path.matches(".*/(checkouts|refunds|payout-runs)");
      operation.addParameter(
          header(
              "Idempotency-Key",
              demanded,
              "The same key with the same body gets the same answer, and has one effect."));
    }
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createObject(APIResponses.class));
    }
    operation.getResponses().getAPIResponses().forEach(Description::explain);
    operation.getResponses().setDefaultValue(problem("Any other problem"));
  }

  /** Whatever goes wrong is told as a problem. */
  private static void explain(String status, APIResponse answer) {
    if (status.startsWith("4") && answer.getRef() == null && answer.getContent() == null) {
      answer.setContent(problem("").getContent());
    }
  }

  private static boolean takes(String header, Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> header.equals(parameter.getName()));
  }

  private static SecurityRequirement bearer() {
    return OASFactory.createSecurityRequirement().addScheme("bearer");
  }

  private static Parameter header(String name, boolean required, String meaning) {
    Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    text.setMaxLength(255);
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .required(required)
        .description(meaning)
        .schema(text);
  }

  private static APIResponse problem(String meaning) {
    return OASFactory.createAPIResponse()
        .description(meaning)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM))));
  }
}
