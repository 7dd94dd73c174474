/**
 * Notice and action, as Regulation (EU) 2022/2065 asks of a marketplace: anybody reports a listing
 * or a storefront, is told that it arrived and what became of it; the vendor gets a statement of
 * reasons; both may complain, and then another person decides.
 */
package org.halles.marketplace.notice;
