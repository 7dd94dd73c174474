/**
 * What a buyer means to buy: offers of many vendors in one currency, where they go and how each
 * vendor ships. A cart's id is its key: who knows it may see and change it, guest or not.
 *
 * <p>Carts are written by plain SQL, for every click of every buyer passes here.
 */
package org.halles.marketplace.cart;
