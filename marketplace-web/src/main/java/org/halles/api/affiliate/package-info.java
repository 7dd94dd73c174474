/** People who send buyers: their own account, the operator's and the vendors' side of it. */
package org.halles.api.affiliate;
