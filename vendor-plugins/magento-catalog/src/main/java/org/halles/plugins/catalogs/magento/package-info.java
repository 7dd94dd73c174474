/** Reads and writes the product table of Magento 2. */
package org.halles.plugins.catalogs.magento;
