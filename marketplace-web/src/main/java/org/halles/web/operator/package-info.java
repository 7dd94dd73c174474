/**
 * The operator's console: every purchase, its split, the book behind it, and what keeps it in
 * order.
 */
package org.halles.web.operator;
