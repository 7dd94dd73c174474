/**
 * The operator's catalogue: the tree of categories, what each asks for, taxonomies from outside.
 */
package org.halles.web.catalogue;
