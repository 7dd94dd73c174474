/**
 * What buyers look for: a person or a company asks, vendors who sell such things are told and make
 * offers, the buyer compares, asks back and accepts one. What was agreed is put up for sale to this
 * buyer alone and bought like anything else, so that split, ledger, refunds and disputes are the
 * same for it.
 */
package org.halles.marketplace.request;
