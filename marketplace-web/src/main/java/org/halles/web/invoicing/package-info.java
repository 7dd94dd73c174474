/** Pages of fees, invoices and yearly figures of vendors. */
package org.halles.web.invoicing;
