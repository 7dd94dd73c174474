/**
 * Whatever goes wrong, a program gets {@code application/problem+json} (RFC 9457) with a stable
 * type, everything that is wrong at once, and never a stack trace.
 */
package org.halles.api.problem;
