/**
 * The selling parties: vendors, their storefronts, their people, how they ship. A vendor's things
 * are reached only with a {@link org.halles.marketplace.vendor.VendorScope}.
 */
package org.halles.marketplace.vendor;
