/** Gateways' journals against the book: comparisons, and what people do about differences. */
package org.halles.api.reconciliation;
