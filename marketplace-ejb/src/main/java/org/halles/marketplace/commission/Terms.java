package org.halles.marketplace.commission;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one side of a negotiation offers.
 *
 * @param name what people call it; the former offer's if null
 * @param kind of an installed plugin; the former offer's if null
 * @param configuration of that kind
 * @param scope which of the vendor's sales; the former offer's, or all of them, if null
 * @param reason why the other side should agree; may be null
 */
public record Terms(
    String name, String kind, JsonNode configuration, NewRule.Scope scope, String reason) {}
