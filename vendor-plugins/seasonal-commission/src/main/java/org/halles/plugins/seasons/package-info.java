/** Another commission in certain weeks of the year. */
package org.halles.plugins.seasons;
