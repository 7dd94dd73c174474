/** Figures for whoever watches the marketplace, on the management port under {@code /metrics}. */
package org.halles.web.monitoring;
