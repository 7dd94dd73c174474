/**
 * Goods go back: a buyer asks a vendor to take them back, or withdraws from the contract as the law
 * allows. From the request over the parcel to the money, with every deadline watched.
 */
package org.halles.marketplace.returns;
