/**
 * Which tax a supply bears, as the installed tax rules tell. Who sells owes it, unless a rule of
 * the operator says otherwise; here it is only told apart from the price.
 */
package org.halles.marketplace.tax;
