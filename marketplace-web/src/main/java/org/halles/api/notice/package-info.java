/** Reports of listings and storefronts, decisions about them, complaints. */
package org.halles.api.notice;
