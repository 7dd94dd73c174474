/** Webhooks on pages: the same ones in a vendor's portal and in the operator's console. */
package org.halles.web.webhook;
