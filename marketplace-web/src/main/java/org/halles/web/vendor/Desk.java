package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.marketplace.vendor.Storefronts;
import org.halles.marketplace.vendor.VendorCard;
import org.halles.marketplace.vendor.VendorScope;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** The vendor whose portal this page belongs to, as its member has opened it. */
@Named
@RequestScoped
public class Desk {

  @Inject
  @Param(name = "vendor")
  private String wanted;

  @Inject @Param private String request;
  @Inject private Memberships memberships;
  @Inject private Fulfilment fulfilment;
  @Inject private CurrentCaller caller;
  @Inject private Storefronts vendorNames;

  private VendorScope scope;
  private List<VendorCard> vendors;
  private Map<VendorOrderStatus, Integer> counts;

  /** The proof that this person may act for the vendor. */
  public VendorScope scope() {
    if (scope == null) {
      Memberships.Opened opened = memberships.open(wanted);
      scope = opened.scope();
      vendors = opened.vendors();
    }
    return scope;
  }

  /** True if the person may do this here; for links that lead nowhere otherwise. */
  public boolean may(String permission) {
    return scope().may(Permission.valueOf(permission));
  }

  public String getSlug() {
    return scope().slug();
  }

  /** The first part of every address of this vendor's portal. */
  public String getPath() {
    return "/vendor/" + getSlug();
  }

  public String getName() {
    return getVendors().stream()
        .filter(vendor -> vendor.id().equals(scope().vendorId()))
        .map(VendorCard::name)
        .findFirst()
        .orElseGet(() -> vendorNames.find(getSlug()).map(StorefrontView::name).orElse(getSlug()));
  }

  /** The vendors this person acts for. */
  public List<VendorCard> getVendors() {
    if (vendors == null) {
      vendors = caller.get().account().map(memberships::of).orElse(List.of());
    }
    return vendors;
  }

  /** Whoever keeps one stall need not choose, nor an operator in a vendor’s name. */
  public void openOnly() {
    if (caller.get().acting()) {
      Faces.redirect(startOf(memberships.scopeOf(null).slug()));
    } else if (getVendors().size() == 1) {
      Faces.redirect(startOf(getVendors().get(0).slug()));
    }
  }

  /** Where a stall's portal opens: at the request somebody came to answer, or at its first page. */
  public String startOf(String slug) {
    boolean answers = request != null && request.matches("[0-9a-f-]{36}");
    return "/vendor/" + slug + (answers ? "/requests/" + request : "");
  }

  /** Whoever does not see orders and money begins where their work is. */
  public void openWork() {
    if (!may("ORDERS_READ")) {
      Faces.redirect("/vendor/%s/listings", getSlug());
    } else if (!may("MONEY_READ")) {
      Faces.redirect("/vendor/%s/orders", getSlug());
    }
  }

  public boolean isSeveral() {
    return getVendors().size() > 1;
  }

  /** How many orders wait for the vendor. */
  public int getToShip() {
    return count(VendorOrderStatus.TO_ACCEPT)
        + count(VendorOrderStatus.TO_SHIP)
        + count(VendorOrderStatus.PARTLY_SHIPPED);
  }

  /** How many paid orders are in this status. */
  public int count(VendorOrderStatus status) {
    if (counts == null) {
      counts = may("ORDERS_READ") ? fulfilment.counts(scope()) : Map.of();
    }
    return counts.getOrDefault(status, 0);
  }

  /** Orders are counted again after something left. */
  void recount() {
    counts = null;
  }
}
