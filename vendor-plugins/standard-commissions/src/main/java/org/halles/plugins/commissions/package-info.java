/**
 * The commissions nearly every marketplace needs: a share of the price, fixed amounts, a share that
 * falls as a vendor's sales grow, a share by price. Whom a rule is for, and when, is kept by Halles
 * with every rule, whatever its kind; these classes only say how much.
 */
package org.halles.plugins.commissions;
