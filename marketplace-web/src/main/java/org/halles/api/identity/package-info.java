/** Signing in for programs. */
package org.halles.api.identity;
