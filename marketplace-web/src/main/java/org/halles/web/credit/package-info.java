/** Gift cards and store credit: one's own, and the operator's desk. */
package org.halles.web.credit;
