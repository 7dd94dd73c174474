/** What stands before several nodes: one address for buyers, whichever node answers. */
package org.halles.launcher.front;
