/** How it goes, in figures: for each vendor and for the whole market, added up by the database. */
package org.halles.marketplace.reporting;
