/** Shipping prices from the short table each vendor keeps: no carrier is asked, nothing is slow. */
package org.halles.plugins.shipping;
