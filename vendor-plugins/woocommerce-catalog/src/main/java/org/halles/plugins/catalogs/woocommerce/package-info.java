/** Reads and writes the product table of WooCommerce. */
package org.halles.plugins.catalogs.woocommerce;
