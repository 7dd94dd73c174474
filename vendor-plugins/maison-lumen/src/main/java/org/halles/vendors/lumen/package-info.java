/**
 * A vendor that arrives as a jar and proposes a commission of a standard kind. Made to be copied.
 */
package org.halles.vendors.lumen;
