/** Pages on which vendors and the operator make coupons and campaigns. */
package org.halles.web.promotion;
