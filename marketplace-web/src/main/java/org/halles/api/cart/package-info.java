/** A buyer's cart over HTTP; its id is the key to it. */
package org.halles.api.cart;
