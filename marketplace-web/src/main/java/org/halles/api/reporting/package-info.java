/** The figures of the dashboards, for programs. */
package org.halles.api.reporting;
