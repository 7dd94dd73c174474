package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.payment.CaptureMoment;
import org.halles.marketplace.payment.CapturePolicy;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Storefronts;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** When buyers' money is taken: for everybody, and for vendors with a moment of their own. */
@Named
@RequestScoped
public class CaptureDesk {

  private static final String PATH = "/operator/capture";

  @Inject @Param private String cursor;
  @Inject private CapturePolicy policy;
  @Inject private Storefronts storefronts;
  @Inject private Say say;

  private Page<CapturePolicy.OwnTerms> page;
  private CaptureMoment usual;
  private CaptureMoment own = CaptureMoment.SHIPMENT;
  private String slug;

  public List<CaptureMoment> getMoments() {
    return CaptureMoment.choices();
  }

  public CaptureMoment getUsual() {
    if (usual == null) {
      usual = policy.usual().moment();
    }
    return usual;
  }

  public void setUsual(CaptureMoment usual) {
    this.usual = usual;
  }

  public CaptureMoment getOwn() {
    return own;
  }

  public void setOwn(CaptureMoment own) {
    this.own = own;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug == null ? null : slug.strip();
  }

  public List<CapturePolicy.OwnTerms> getVendors() {
    return page().items();
  }

  public void saveUsual() {
    if (say.trying(() -> policy.change(new CapturePolicy.Terms(usual)))) {
      say.done("captures.saved");
    }
  }

  public void saveOwn() {
    if (say.trying(() -> policy.change(vendor(), new CapturePolicy.Terms(own)))) {
      say.done("captures.saved-own", slug);
      slug = null;
      page = null;
    }
  }

  public void forget(CapturePolicy.OwnTerms vendor) {
    if (say.trying(() -> policy.forget(vendor.vendor()))) {
      say.done("captures.forgotten", vendor.name());
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

  private Page<CapturePolicy.OwnTerms> page() {
    if (page == null) {
      page = policy.own(Paging.of(null, cursor));
    }
    return page;
  }
}
