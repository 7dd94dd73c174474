/** What vendors' and the operator's programs are told of, and whether it arrives. */
package org.halles.api.webhook;
