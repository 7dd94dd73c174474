/** Plugins that an operator adds to a marketplace without building it anew. */
package org.halles.launcher.plugin;
