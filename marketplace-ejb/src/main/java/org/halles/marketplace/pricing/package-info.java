/**
 * What a cart costs and who gets which part of it: the one {@link
 * org.halles.marketplace.pricing.Quote} for cart and order. Made outside any transaction; the only
 * place where shipping, tax and commission plugins are asked.
 */
package org.halles.marketplace.pricing;
