/** When money is taken, over HTTP. */
package org.halles.api.payment;
