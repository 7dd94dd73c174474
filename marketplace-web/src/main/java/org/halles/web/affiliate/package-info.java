/** Pages of those who send buyers, of who lets them, and of what they put on other sites. */
package org.halles.web.affiliate;
