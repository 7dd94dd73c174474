/**
 * Finding listings: by words in French and English, whatever the accents and small typing errors,
 * by category, vendor, price, condition and kind. Reads only; nobody depends on it but the web.
 */
package org.halles.marketplace.search;
