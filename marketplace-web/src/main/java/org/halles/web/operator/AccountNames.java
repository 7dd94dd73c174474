package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.vendor.Approval;
import org.halles.web.ui.Words;

/** What accounts of the book are called by people: in words, and whose by name. */
@Named
@RequestScoped
public class AccountNames {

  @Inject private Words words;
  @Inject private Approval approval;

  private final Map<UUID, String> vendors = new HashMap<>();

  /** Asks once for all vendors whose accounts a page is about to show. */
  void ask(Collection<String> addresses) {
    List<UUID> unknown =
        addresses.stream()
            .flatMap(address -> vendorIn(address).stream())
            .distinct()
            .filter(id -> !vendors.containsKey(id))
            .toList();
    vendors.putAll(approval.names(unknown));
  }

  /** Such as “Available to vendors · Maison Lumen”; a vendor nobody asked for stays unnamed. */
  public String of(String address) {
    String[] parts = address.split(":", 2);
    String name = words.orElse("booked." + parts[0], parts[0]);
    return whose(address, parts).map(whose -> name + " · " + whose).orElse(name);
  }

  private Optional<String> whose(String address, String[] parts) {
    if (parts.length == 1) {
      return Optional.empty();
    }
    Optional<UUID> vendor = vendorIn(address);
    return vendor.isPresent() ? vendor.map(vendors::get) : Optional.of(parts[1]);
  }

  private static Optional<UUID> vendorIn(String address) {
    try {
      return Optional.of(UUID.fromString(address.substring(address.indexOf(':') + 1)));
    } catch (IllegalArgumentException nobody) {
      return Optional.empty();
    }
  }
}
