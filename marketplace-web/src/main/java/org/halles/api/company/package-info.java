/** Companies that buy, and prices for companies, over HTTP. */
package org.halles.api.company;
