/** Files that are sold, for their vendors and their buyers. */
package org.halles.api.download;
