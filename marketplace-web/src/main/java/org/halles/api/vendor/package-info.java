/** Storefronts and vendors over HTTP: for everybody, for themselves, and for the operator. */
package org.halles.api.vendor;
