/** Applying, the checklist, and the operator’s side of both. */
package org.halles.api.onboarding;
