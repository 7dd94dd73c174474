/** A part of the server, not of the marketplace: it is there also while the marketplace is not. */
package org.halles.server;
