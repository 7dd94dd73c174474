/** Requests of buyers and vendors' offers on them over HTTP. */
package org.halles.api.request;
