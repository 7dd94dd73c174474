/** Prices of parcels by weight and country, from one table. */
package org.halles.plugins.parcels;
