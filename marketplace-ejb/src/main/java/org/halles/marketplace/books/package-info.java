/** Checks the whole book against its invariants, on demand, and names every row that offends. */
package org.halles.marketplace.books;
