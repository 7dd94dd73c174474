/** Our own open layout: every field of a listing, in as many languages as there are. */
package org.halles.plugins.catalogs.halles;
