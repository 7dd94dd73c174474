package org.halles.api.order;

import java.util.List;
import org.halles.marketplace.conversation.Message;

/** What was written about an order, oldest first. */
public record MessagesAnswer(List<Message> items) {}
