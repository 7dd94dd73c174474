package org.halles.marketplace.webhook;

import java.util.List;

/**
 * A message with what was sent and what came of it.
 *
 * @param body exactly what was sent
 * @param attempts newest first, at most a hundred
 */
public record DeliveryDetail(DeliveryView delivery, String body, List<AttemptView> attempts) {}
