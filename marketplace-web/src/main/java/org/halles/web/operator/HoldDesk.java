package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.hold.HoldPolicy;
import org.halles.marketplace.hold.HoldTerms;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Storefronts;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** How long vendors' money waits: for everybody, and for those with terms of their own. */
@Named
@RequestScoped
public class HoldDesk {

  private static final String PATH = "/operator/holds";

  @Inject @Param private String cursor;
  @Inject private HoldPolicy policy;
  @Inject private Storefronts storefronts;
  @Inject private Say say;

  private Page<HoldPolicy.OwnTerms> page;
  private HoldTermsForm usual;
  private final HoldTermsForm own = new HoldTermsForm();
  private String slug;

  public HoldTermsForm getUsual() {
    if (usual == null) {
      usual = HoldTermsForm.of(policy.usual());
    }
    return usual;
  }

  /** The form for a vendor of which nothing is known yet. */
  public HoldTermsForm getOwn() {
    return own;
  }

  public List<HoldPolicy.OwnTerms> getVendors() {
    return page().items();
  }

  /** A rate as people read it: 12.5. */
  public BigDecimal percentOf(HoldTerms terms) {
    return HoldTermsForm.percent(terms.reserveBasisPoints());
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug == null ? null : slug.strip();
  }

  public void saveUsual() {
    if (say.trying(() -> policy.change(getUsual().terms()))) {
      say.done("holds.saved");
    }
  }

  public void saveOwn() {
    if (say.trying(() -> policy.change(vendor(), own.terms()))) {
      say.done("holds.saved-own", slug);
      slug = null;
      own.clear();
      page = null;
    }
  }

  public void forget(HoldPolicy.OwnTerms vendor) {
    if (say.trying(() -> policy.forget(vendor.vendor()))) {
      say.done("holds.forgotten", vendor.name());
      page = null;
    }
  }

  private UUID vendor() {
    return storefronts.find(slug).orElseThrow(() -> new NotFound("vendor", slug)).vendorId();
  }

  public String getNext() {
    return page().next() == null ? null : Query.of(PATH).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : PATH;
  }

  private Page<HoldPolicy.OwnTerms> page() {
    if (page == null) {
      page = policy.own(Paging.of(null, cursor));
    }
    return page;
  }
}
