/** What is printed: packing slips, in the buyer's language. */
package org.halles.web.paper;
