package org.halles.marketplace.payment;

import java.util.List;
import org.halles.spi.CurrencyCode;

/**
 * A gateway as the operator sees it.
 *
 * @param ready false if it lacks something, such as its keys
 * @param enabled false if its plugin is switched off
 * @param paysOut whether it can send money on to vendors
 * @param currencies those it takes; empty means any
 * @param availability where it is offered
 * @param vendorSlugs the vendors of the availability as they stand in addresses
 */
public record GatewayView(
    String id,
    boolean ready,
    boolean enabled,
    boolean paysOut,
    List<CurrencyCode> currencies,
    Availability availability,
    List<String> vendorSlugs) {}
