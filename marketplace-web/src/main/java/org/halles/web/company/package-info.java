/** Companies that buy, and what vendors ask of them, on the pages. */
package org.halles.web.company;
