/** The vendor's editor of a listing: everything is kept as it is typed, checked when handed in. */
package org.halles.web.listing;
