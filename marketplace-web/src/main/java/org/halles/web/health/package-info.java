/** What the management port's {@code /health} tells about the marketplace. */
package org.halles.web.health;
