/** Plugins that do what no plugin may do: install them where you want to see what happens. */
package org.halles.hostile;
