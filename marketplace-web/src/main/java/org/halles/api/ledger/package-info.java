/** The book: accounts, entries, what gateways say, and whether it all agrees. */
package org.halles.api.ledger;
