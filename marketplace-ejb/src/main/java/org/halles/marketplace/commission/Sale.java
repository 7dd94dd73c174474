package org.halles.marketplace.commission;

import java.util.UUID;
import org.halles.spi.SaleFacts;

/**
 * One line of a vendor's part of a cart.
 *
 * @param rank the offer's id; decides ties, so that the order of the lines never does
 * @param facts what rules may know
 */
public record Sale(UUID rank, SaleFacts facts) {}
