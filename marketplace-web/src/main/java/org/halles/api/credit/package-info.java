/** Gift cards and store credit over HTTP: one's own, and the operator's desk. */
package org.halles.api.credit;
