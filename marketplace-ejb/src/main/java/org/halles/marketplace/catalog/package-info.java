/**
 * What can be bought: categories, products and their variants, the vendors' listings and offers,
 * and how many of each are on hand.
 */
package org.halles.marketplace.catalog;
