package org.halles.marketplace.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A message on its way to its receiver.
 *
 * @param attempts in vain before this one
 * @param firstTriedAt when it was first tried, or null if this is the first time
 * @param secrets that sign it: the one that holds, and a former one for a day
 */
record Parcel(
    UUID id,
    UUID subscriptionId,
    UUID vendorId,
    String url,
    String body,
    int attempts,
    Instant firstTriedAt,
    List<SigningSecret> secrets) {

  /** The same at every attempt: by it a receiver knows a second copy. */
  String messageId() {
    return "msg_" + id;
  }

  String signature(long timestamp) {
    return secrets.stream()
        .map(secret -> secret.sign(messageId(), timestamp, body))
        .collect(Collectors.joining(" "));
  }
}
