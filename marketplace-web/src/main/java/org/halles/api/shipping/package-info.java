/** How a vendor ships, over HTTP. */
package org.halles.api.shipping;
