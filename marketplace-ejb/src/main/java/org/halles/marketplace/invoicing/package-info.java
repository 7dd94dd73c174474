/**
 * What vendors owe the platform, on paper: fees besides commission, charged through the ledger, and
 * numbered invoices and credit notes for all of it, month by month, straight from the ledger.
 */
package org.halles.marketplace.invoicing;
