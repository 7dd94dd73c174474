/** Complaints and chargebacks over HTTP. */
package org.halles.api.dispute;
