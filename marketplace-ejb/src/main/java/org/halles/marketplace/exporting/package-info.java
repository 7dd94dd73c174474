/**
 * What a vendor takes with it: orders, its part of the book, and everything in one archive, in open
 * formats, written as they are read.
 */
package org.halles.marketplace.exporting;
