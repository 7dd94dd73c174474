/** Buyers round their total up for somebody else. */
package org.halles.plugins.roundup;
