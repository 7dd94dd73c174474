/** Orders paid by bank transfer: what came, what goes back, and to which account. */
package org.halles.api.transfer;
