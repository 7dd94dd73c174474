/** Cash at the door, over HTTP. */
package org.halles.api.cash;
