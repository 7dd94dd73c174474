/** A client of the public HTTP contract, as any program outside the marketplace would write one. */
package org.halles.launcher.client;
