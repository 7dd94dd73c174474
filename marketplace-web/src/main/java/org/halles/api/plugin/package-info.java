/** The installed plugins over HTTP: what was found, how it is doing, and its switch. */
package org.halles.api.plugin;
