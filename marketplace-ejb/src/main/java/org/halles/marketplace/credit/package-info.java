/**
 * Gift cards and store credit: money the marketplace owes a buyer, to be spent here. Keeps what is
 * left of each, what carts and purchases took of it, and the entries of the book for what is given
 * or expires.
 */
package org.halles.marketplace.credit;
