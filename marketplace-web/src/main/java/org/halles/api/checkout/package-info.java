/** Paying: the checkout, what gateways tell us, and the sandbox's page of a bank. */
package org.halles.api.checkout;
