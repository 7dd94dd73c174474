package org.halles.api.vendor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.halles.marketplace.vendor.VendorView;

/**
 * A vendor as the operator sees it.
 *
 * @param kind professional or private
 * @param apiKey only in the answer that makes the vendor
 */
public record OperatorVendor(
    UUID id,
    String slug,
    String name,
    String kind,
    String country,
    String status,
    boolean trusted,
    boolean operated,
    String plugin,
    String reason,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) String apiKey) {

  static OperatorVendor of(VendorView view) {
    return new OperatorVendor(
        view.id(),
        view.slug(),
        view.name(),
        view.kind().name().toLowerCase(Locale.ROOT),
        view.country(),
        view.status().name(),
        view.trusted(),
        view.operated(),
        view.pluginId(),
        view.reason(),
        view.createdAt(),
        null);
  }

  OperatorVendor withKey(String key) {
    return new OperatorVendor(
        id, slug, name, kind, country, status, trusted, operated, plugin, reason, createdAt, key);
  }

  @Override
  public String toString() {
    return "OperatorVendor[slug=" + slug + ", status=" + status + "]";
  }
}
