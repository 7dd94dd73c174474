/**
 * How a stranger becomes a vendor: applies, proves an address, works through the checklist that the
 * operator composed, and is let in; and how a vendor leaves. Each requirement gates selling or
 * payout; what is missing is said with its reason and kept on the vendor, where everybody who sells
 * or pays looks.
 */
package org.halles.marketplace.onboarding;
