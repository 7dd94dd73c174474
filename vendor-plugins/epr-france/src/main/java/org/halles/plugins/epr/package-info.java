/** Extended producer responsibility in France, as a step of the vendor's checklist. */
package org.halles.plugins.epr;
