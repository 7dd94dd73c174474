package org.halles.marketplace.vendor;

/**
 * A vendor an operator has just made.
 *
 * @param apiKey acts for this vendor and no other; shown once and never again
 */
public record CreatedVendor(VendorView vendor, String apiKey) {

  @Override
  public String toString() {
    return "CreatedVendor[vendor=" + vendor + "]";
  }
}
