/** Complaints and chargebacks on the pages of buyers, vendors and operators. */
package org.halles.web.dispute;
