/** The vendor portal: what to ship, what was earned and why, and the vendor's face and terms. */
package org.halles.web.vendor;
