package org.halles.web.affiliate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.affiliate.Affiliate;
import org.halles.marketplace.affiliate.AffiliateRate;
import org.halles.marketplace.affiliate.AffiliateRates;
import org.halles.marketplace.affiliate.AffiliateStatus;
import org.halles.marketplace.affiliate.Affiliates;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** The operator's desk: who may send buyers, what is offered to them, and how long it waits. */
@Named
@RequestScoped
public class AffiliateDesk {

  private static final String PATH = "/operator/affiliates";

  @Inject @Param private String cursor;
  @Inject @Param private String status;
  @Inject private Affiliates affiliates;
  @Inject private AffiliateRates rates;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private Page<Affiliate> page;
  private List<AffiliateRate> offered;
  private String reason;
  private String vendor;
  private String category;
  private String affiliate;
  private BigDecimal percent;
  private Integer days;

  public List<Affiliate> getAffiliates() {
    return page().items();
  }

  public AffiliateStatus[] getStatuses() {
    return AffiliateStatus.values();
  }

  /** To what the list is narrowed, or null. */
  public AffiliateStatus getStatus() {
    return Arrays.stream(AffiliateStatus.values())
        .filter(one -> one.name().equals(status))
        .findFirst()
        .orElse(null);
  }

  public String hrefOf(AffiliateStatus one) {
    return one == null ? PATH : Query.of(PATH).with("status", one.name()).toString();
  }

  public void approve(Affiliate one) {
    if (say.trying(() -> affiliates.approve(one.id()))) {
      say.done("affiliate.desk.approved", one.name());
      page = null;
    }
  }

  /** Says no to an applicant, or suspends somebody who earns. */
  public void end(Affiliate one) {
    boolean applied = one.status() == AffiliateStatus.APPLIED;
    if (say.trying(
        () -> {
          if (applied) {
            affiliates.refuse(one.id(), reason);
          } else {
            affiliates.suspend(one.id(), reason);
          }
        })) {
      say.done(applied ? "affiliate.desk.refused" : "affiliate.desk.suspended", one.name());
      reason = null;
      page = null;
    }
  }

  public List<AffiliateRate> getRates() {
    if (offered == null) {
      offered = rates.platforms();
    }
    return offered;
  }

  public void add() {
    boolean added =
        say.trying(
            faults,
            () ->
                rates.add(
                    new AffiliateRate(
                        null, vendor, category, affiliate, Percents.points(percent))));
    if (added) {
      say.done("affiliate.desk.offered");
      offered = null;
      vendor = null;
      category = null;
      affiliate = null;
      percent = null;
    }
  }

  public void up(AffiliateRate rate) {
    if (say.trying(() -> rates.up(rate.id()))) {
      offered = null;
    }
  }

  public void remove(AffiliateRate rate) {
    if (say.trying(() -> rates.remove(rate.id()))) {
      say.done("affiliate.desk.removed");
      offered = null;
    }
  }

  public BigDecimal percentOf(AffiliateRate rate) {
    return Percents.of(rate.basisPoints());
  }

  public void saveDays() {
    if (say.trying(() -> rates.wait(days))) {
      say.done("affiliate.desk.days-saved");
    }
  }

  public Integer getDays() {
    return days == null ? rates.returnDays() : days;
  }

  public void setDays(Integer days) {
    this.days = days;
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(hrefOf(getStatus())).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : hrefOf(getStatus());
  }

  private Page<Affiliate> page() {
    if (page == null) {
      page = affiliates.list(getStatus(), Paging.of(null, cursor));
    }
    return page;
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public String getReason() {
    return reason;
  }

  /** Each row has a field of its own: what was typed in one of them counts. */
  public void setReason(String typed) {
    if (typed != null && !typed.isBlank()) {
      reason = typed;
    }
  }

  public String getVendor() {
    return vendor;
  }

  public void setVendor(String vendor) {
    this.vendor = vendor;
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public String getAffiliate() {
    return affiliate;
  }

  public void setAffiliate(String affiliate) {
    this.affiliate = affiliate;
  }

  public BigDecimal getPercent() {
    return percent;
  }

  public void setPercent(BigDecimal percent) {
    this.percent = percent;
  }
}
