/**
 * What somebody should be called for at night, as figures: read every few seconds, never written.
 */
package org.halles.marketplace.monitoring;
