package org.halles.marketplace.plugin;

import org.halles.spi.CartContribution;

/**
 * Something a buyer may add for somebody else.
 *
 * @param name of the extension that offers it
 */
public record ContributionOffer(String name, CartContribution.Offer offer) {}
