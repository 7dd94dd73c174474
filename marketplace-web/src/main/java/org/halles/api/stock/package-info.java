/** Where a vendor's goods lie, over HTTP. */
package org.halles.api.stock;
