/** A vendor that arrives as a jar and brings a kind of commission of its own. Made to be copied. */
package org.halles.vendors.boreal;
