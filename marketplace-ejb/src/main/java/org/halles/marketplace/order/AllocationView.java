package org.halles.marketplace.order;

import java.util.UUID;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * One frozen leg of the split.
 *
 * @param subject {@code LINE}, {@code SHIPPING} or {@code GROUP}
 * @param vendorOrder number of the vendor order, or null for the group's own legs
 * @param line the order line, or null
 * @param title of the line, or null
 * @param untaken true if the part ended before its money was taken: nothing was booked
 * @param ruleId the commission rule, or null for a residual
 */
public record AllocationView(
    String subject,
    String vendorOrder,
    UUID line,
    Texts title,
    String party,
    Allocation.Kind kind,
    Money amount,
    boolean untaken,
    UUID ruleId,
    Integer ruleVersion,
    String inputsHash,
    Trace trace) {}
