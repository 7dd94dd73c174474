/** What buyers say of what they received, on the pages of the shop and of both portals. */
package org.halles.web.review;
