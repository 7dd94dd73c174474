package org.halles.marketplace.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.SiteAddress;

/**
 * One thing that happened, as one listener hears it: a few facts and the address where the rest can
 * be read by whoever may.
 *
 * @param about what it is about, so that an event told twice is sent once
 * @param vendorId who hears it, or null for the marketplace
 * @param data ids, numbers, statuses, amounts; nothing about persons
 */
record Announcement(
    String about, EventType type, UUID vendorId, Instant at, Map<String, Object> data) {

  /** The marketplace hears it. */
  static Announcement toMarket(EventType type, Object about, Instant at) {
    return new Announcement(type.code() + ":" + about, type, null, at, Map.of());
  }

  /** This vendor hears it. */
  static Announcement toVendor(UUID vendor, EventType type, Object about, Instant at) {
    return new Announcement(type.code() + ":" + about, type, vendor, at, Map.of());
  }

  /** With one more fact, unless there is none. */
  Announcement with(String name, Object fact) {
    if (fact == null) {
      return this;
    }
    Map<String, Object> more = new LinkedHashMap<>(data);
    more.put(name, fact);
    return new Announcement(about, type, vendorId, at, more);
  }

  /** With the address where it can be read, after {@code /api/v1}. */
  Announcement at(String path) {
    return with("url", SiteAddress.of("/api/v1" + path));
  }

  /** The message's body. */
  String body() {
    return body(type.code(), at, data);
  }

  static String body(String type, Instant at, Map<String, Object> data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type);
    body.put("timestamp", at);
    body.put("version", SubscriptionChecks.PAYLOAD_VERSION);
    body.put("data", data);
    return Json.write(body);
  }
}
