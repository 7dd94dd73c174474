/** Files that are sold, on pages. */
package org.halles.web.download;
