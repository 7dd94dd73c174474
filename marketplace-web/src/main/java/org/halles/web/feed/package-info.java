/** Product feeds that search engines and social networks fetch. */
package org.halles.web.feed;
