/** Fees, invoices and yearly figures of vendors over HTTP. */
package org.halles.api.invoicing;
