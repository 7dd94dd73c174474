/**
 * Catalogues come and go as files. A vendor hands in the table another shop wrote; it is read,
 * compared with what is on the shelf, shown line by line, and written by a job that can be stopped
 * and goes on after a crash where it was. The same layouts carry the listings out again.
 */
package org.halles.marketplace.importing;
