/** Requests of buyers and vendors' offers on them, on the pages of everybody. */
package org.halles.web.request;
