/** Catalogues as files over HTTP: imports, feeds of prices and stock, exports. */
package org.halles.api.importing;
