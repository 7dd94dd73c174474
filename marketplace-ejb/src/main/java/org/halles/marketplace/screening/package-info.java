/** Purchases that a check holds, and what a person decides about them. */
package org.halles.marketplace.screening;
