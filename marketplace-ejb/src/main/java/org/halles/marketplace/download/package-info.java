/**
 * Files that are sold: what vendors hand in for their offers, and what buyers get of it, as often
 * and as long as agreed.
 */
package org.halles.marketplace.download;
