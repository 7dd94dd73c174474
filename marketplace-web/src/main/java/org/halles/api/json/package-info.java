/**
 * JSON in and out: strict about what comes in, so that a typing mistake or a smuggled member is
 * answered and not ignored, and plain about what goes out.
 */
package org.halles.api.json;
