/**
 * Who changed what, and how it was before: everything an operator or a vendor changes leaves an
 * entry, written in the transaction of the change.
 */
package org.halles.marketplace.audit;
