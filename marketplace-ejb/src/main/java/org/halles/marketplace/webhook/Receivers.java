package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.shared.PublicAddresses;

/** Which addresses may be subscribed: those that will be called. */
@ApplicationScoped
class Receivers {

  private final Set<String> trusted;

  Receivers() {
    this(PublicAddresses.trustedBy("HALLES_WEBHOOK_HOSTS"));
  }

  Receivers(Set<String> trusted) {
    this.trusted = Set.copyOf(trusted);
  }

  /** Hosts with their port that are called although they are not public, or not over https. */
  Set<String> trusted() {
    return trusted;
  }

  /** What is wrong with an address, and what to do; empty if it will do. */
  Optional<String> fault(String url) {
    return Address.of(url, trusted)
        .map(address -> address.fault().or(address::faultOfPlace))
        .orElse(Optional.of("is no web address: give one that begins with https://"));
  }
}
