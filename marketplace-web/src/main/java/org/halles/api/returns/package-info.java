/** Returns and withdrawals over HTTP. */
package org.halles.api.returns;
