/** The log of changes, for operators. */
package org.halles.api.audit;
