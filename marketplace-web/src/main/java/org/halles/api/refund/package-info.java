/** What the platform keeps of refunds, and refunds that gateways refused, over HTTP. */
package org.halles.api.refund;
