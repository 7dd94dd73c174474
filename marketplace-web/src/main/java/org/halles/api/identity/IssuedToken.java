package org.halles.api.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.identity.SignedIn;
import org.halles.marketplace.vendor.VendorCard;

/** A token, and what its owner may do with it. */
@Schema(name = "Token")
public record IssuedToken(
    @Schema(description = "Send it as `Authorization: Bearer`. It is shown once.") String token,
    @Schema(description = "Roles of the operator's people; empty for everybody else.")
        List<Role> roles,
    @Schema(
            description =
                "The vendors to act for; where there are several, name one in `X-Vendor`.")
        List<VendorName> vendors,
    @Schema(nullable = true) Instant expiresAt) {

  /** A vendor somebody may act for. */
  @Schema(name = "VendorName")
  public record VendorName(UUID id, String slug, String name) {}

  static IssuedToken of(SignedIn signedIn, List<VendorCard> vendors) {
    return new IssuedToken(
        signedIn.token(),
        signedIn.account().roles().stream().sorted().toList(),
        vendors.stream()
            .map(vendor -> new VendorName(vendor.id(), vendor.slug(), vendor.name()))
            .toList(),
        signedIn.expiresAt());
  }
}
