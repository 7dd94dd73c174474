package org.halles.spi;

import java.util.List;

/**
 * A vendor that arrives as a jar: it registers its storefront and proposes its commission rules.
 *
 * <p><b>Life cycle.</b> At deployment Halles reads {@link #registration()} once. A slug it does not
 * know becomes a vendor with that storefront, awaiting the operator's approval (approved at once
 * where the demo is on). A known slug that this plugin registered before gets the new storefront
 * texts. A slug that belongs to another vendor is refused in the plugin's report. Each entry of
 * {@link #proposals()} becomes a proposed rule for this vendor's sales: it decides nothing until
 * the operator accepts exactly that version, recognised by its content hash.
 */
public interface VendorPlugin {

  /** Who this vendor is and how its storefront introduces itself. */
  VendorRegistration registration();

  /** The commission rules the vendor would like to have; may be empty. */
  List<RuleProposal> proposals();
}
