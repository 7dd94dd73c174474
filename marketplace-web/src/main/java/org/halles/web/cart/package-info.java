/** The buyer's basket on the pages: its cookie, its count in the header, its page. */
package org.halles.web.cart;
