/** When vendors' money becomes available, over HTTP. */
package org.halles.api.hold;
