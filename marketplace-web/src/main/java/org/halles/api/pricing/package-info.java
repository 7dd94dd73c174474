/** What buyers pay besides prices, over HTTP. */
package org.halles.api.pricing;
