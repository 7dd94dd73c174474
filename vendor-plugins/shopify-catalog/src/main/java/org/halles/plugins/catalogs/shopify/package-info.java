/** Reads and writes the product table of Shopify, in both of its vintages. */
package org.halles.plugins.catalogs.shopify;
