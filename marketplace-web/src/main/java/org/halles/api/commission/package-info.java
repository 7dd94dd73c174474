/** The commission rules over HTTP: the operator's order of them, and what a vendor would earn. */
package org.halles.api.commission;
