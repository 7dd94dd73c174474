package org.halles.marketplace.onboarding;

import java.util.UUID;
import org.halles.marketplace.vendor.VendorKind;

/**
 * An application whose address was proved by a link.
 *
 * @param needsPassword true if no account can sign in with this address yet
 * @param slug of the vendor it became, or null
 */
public record ApplicationView(
    UUID id, String email, String name, VendorKind kind, boolean needsPassword, String slug) {}
