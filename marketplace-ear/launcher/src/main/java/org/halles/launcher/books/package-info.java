/** Asks a running marketplace whether its books balance. */
package org.halles.launcher.books;
