package org.halles.marketplace.promotion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * A promotion as its owner sees it.
 *
 * @param vendor slug of whose it is, or null for the operator's
 * @param targets vendors' slugs, categories' slugs or listings' ids
 * @param status {@code SCHEDULED}, {@code ACTIVE}, {@code PAUSED} or {@code ENDED}
 * @param uses by purchases that stand
 * @param given what it took off them, by currency
 * @param members how many vendors take part, where vendors pay a part
 * @param joined for a vendor: whether it takes part in this campaign of the operator
 */
public record PromotionView(
    UUID id,
    int version,
    String vendor,
    String code,
    Texts title,
    Integer basisPoints,
    Money amount,
    Money minimum,
    int platformBasisPoints,
    Target target,
    List<String> targets,
    boolean stackable,
    Integer totalLimit,
    Integer buyerLimit,
    Instant startsAt,
    Instant endsAt,
    String status,
    long uses,
    List<Money> given,
    int members,
    boolean joined) {

  /** True if vendors have to agree to it, because they bear a part. */
  public boolean isShared() {
    return vendor == null && platformBasisPoints < 10_000;
  }
}
