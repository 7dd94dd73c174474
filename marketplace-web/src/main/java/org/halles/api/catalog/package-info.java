/** What is on sale, over HTTP: for everybody, and for the vendors who put it there. */
package org.halles.api.catalog;
