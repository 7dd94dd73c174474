/**
 * The market's public pages: home, categories, search, listings, storefronts. They set no cookie,
 * keep no state and may be cached for a moment; the address is all they know.
 */
package org.halles.web.shop;
