/** Coupons and campaigns over HTTP: a vendor's, the operator's, and the ones both pay for. */
package org.halles.api.promotion;
