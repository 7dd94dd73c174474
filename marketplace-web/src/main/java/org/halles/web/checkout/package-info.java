/**
 * Paying on the pages: one page from address to payment, the order afterwards, and the page of a
 * bank that only a sandbox has.
 */
package org.halles.web.checkout;
