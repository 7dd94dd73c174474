package org.halles.api.shipping;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.json.SentBack;
import org.halles.marketplace.shipping.ShippingInput;
import org.halles.marketplace.shipping.ShippingSettings;
import org.halles.marketplace.vendor.Memberships;
import org.halles.spi.ShippingMethod;

/** A vendor's shipping methods. */
@Path("/vendor/shipping")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
public class VendorShippingResource {

  /** All of a vendor's methods, in its order. */
  public record Methods(List<ShippingMethod> methods) {}

  private ShippingSettings settings;
  private Memberships memberships;

  /** For the container. */
  public VendorShippingResource() {}

  @Inject
  public VendorShippingResource(ShippingSettings settings, Memberships memberships) {
    this.settings = settings;
    this.memberships = memberships;
  }

  @GET
  @Operation(operationId = "getShipping", summary = "See how you ship")
  @APIResponse(responseCode = "200", description = "The methods, in your order")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Methods get(@HeaderParam("X-Vendor") String vendor) {
    return new Methods(settings.methods(memberships.scopeOf(vendor)));
  }

  @PUT
  @Operation(
      operationId = "replaceShipping",
      summary = "Say how you ship from now on",
      description =
          "Replaces all methods. `flat` charges the price once, `per-item` for each unit,"
              + " `by-weight` for each started kilogram, `offer-fee` each offer's own shippingFee"
              + " for each unit.")
  @APIResponse(responseCode = "200", description = "The methods, in your order")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Methods replace(
      @HeaderParam("X-Vendor") String vendor,
      @NotNull @SentBack("methods.id") ShippingInput input) {
    return new Methods(settings.replace(memberships.scopeOf(vendor), input));
  }
}
