/**
 * Replays real orders through the public contract: a vendor for each seller, a listing for each of
 * its products, one checkout for each order, and then every sum compared with the source.
 */
package org.halles.launcher.replay;
