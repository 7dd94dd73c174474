/**
 * How a stranger becomes a vendor: the public form, the checklist, and the operator's side of both.
 */
package org.halles.web.onboarding;
