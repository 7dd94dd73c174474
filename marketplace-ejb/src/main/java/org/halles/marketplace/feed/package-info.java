/**
 * What is on sale, as lists that search engines and social networks fetch to show it there. Reads
 * only; nobody depends on it but the web.
 */
package org.halles.marketplace.feed;
