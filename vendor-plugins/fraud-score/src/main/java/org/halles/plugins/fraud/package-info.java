/** What makes a purchase suspicious, as a score. */
package org.halles.plugins.fraud;
