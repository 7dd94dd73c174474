package org.halles.marketplace.affiliate;

import java.util.UUID;

/**
 * A share that the platform offers, and pays.
 *
 * @param vendor slug of the vendor whose lines it is for, or null for all
 * @param category slug of the category it is for, with those below, or null for all
 * @param affiliate code of the affiliate it is for, or null for all
 * @param basisPoints hundredths of a percent; zero: nothing is offered for these
 */
public record AffiliateRate(
    UUID id, String vendor, String category, String affiliate, Integer basisPoints) {}
