package org.halles.marketplace.plugin;

import org.halles.spi.CheckoutCheck;

/** What one check thinks of a purchase, or why it could not tell. */
public record PurchaseAnswer(String checkId, Answer<CheckoutCheck.Opinion> answer) {}
