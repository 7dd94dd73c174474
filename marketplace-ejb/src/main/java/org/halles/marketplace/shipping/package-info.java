/** How vendors ship: the methods each of them configured, from which plugins quote parcels. */
package org.halles.marketplace.shipping;
