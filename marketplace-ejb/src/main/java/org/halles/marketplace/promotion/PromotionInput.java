package org.halles.marketplace.promotion;

import java.time.Instant;
import java.util.List;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * What somebody wants a promotion to be.
 *
 * @param code that buyers enter, or null for everybody without one; cannot be changed later
 * @param title as buyers read it
 * @param basisPoints hundredths of a percent to take off, or null if it is an amount
 * @param amount to take off the whole, or null if it is a percentage
 * @param minimum sum of its goods from which on it applies, or null
 * @param platformBasisPoints the platform's share of what it costs, in hundredths of a percent; a
 *     vendor's own is always its own
 * @param target {@code all}, {@code vendor}, {@code category} or {@code listing}; all if null
 * @param targets vendors' slugs, categories' slugs or listings' ids
 * @param stackable whether it may be combined with others; not if null
 * @param totalLimit how many purchases may use it, or null; cannot be introduced later
 * @param buyerLimit how many purchases of one buyer may use it, or null; cannot be introduced later
 * @param startsAt from when on; now if null
 * @param endsAt until when, or null
 */
public record PromotionInput(
    String code,
    Texts title,
    Integer basisPoints,
    Money amount,
    Money minimum,
    Integer platformBasisPoints,
    String target,
    List<String> targets,
    Boolean stackable,
    Integer totalLimit,
    Integer buyerLimit,
    Instant startsAt,
    Instant endsAt) {}
