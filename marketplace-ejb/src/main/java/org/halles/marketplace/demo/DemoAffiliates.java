package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.halles.marketplace.affiliate.Affiliate;
import org.halles.marketplace.affiliate.AffiliateRate;
import org.halles.marketplace.affiliate.AffiliateRates;
import org.halles.marketplace.affiliate.AffiliateStatus;
import org.halles.marketplace.affiliate.Affiliates;
import org.halles.marketplace.affiliate.Application;
import org.halles.marketplace.identity.AccountView;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.NewAccount;
import org.halles.marketplace.identity.PasswordHash;
import org.halles.marketplace.identity.Registration;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.VendorScope;

/** Somebody who writes about the market's stalls, and what is offered for it. */
@ApplicationScoped
@Transactional
public class DemoAffiliates {

  /** In the links of the demo's blog. */
  static final String CODE = "carnets-de-zoe";

  private static final String EMAIL = "zoe@carnets.example";

  private Registration registration;
  private Affiliates affiliates;
  private AffiliateRates rates;
  private DemoClock clock;

  protected DemoAffiliates() {}

  @Inject
  DemoAffiliates(
      Registration registration, Affiliates affiliates, AffiliateRates rates, DemoClock clock) {
    this.registration = registration;
    this.affiliates = affiliates;
    this.rates = rates;
    this.clock = clock;
  }

  /** One who is approved before the past begins, one line of the platform's, one of a potter's. */
  @Allowed(Role.SYSTEM)
  public void invite(String password, VendorScope potter, Instant now) {
    if (!affiliates.list(AffiliateStatus.APPROVED, new Paging(1, null)).items().isEmpty()) {
      return;
    }
    AccountView writer =
        registration.open(
            new NewAccount(EMAIL, null, "Zoé Vasseur", "fr"), PasswordHash.of(password), Set.of());
    clock.live(
        now.minus(Duration.ofDays(60)),
        writer.caller(),
        () ->
            affiliates.apply(
                new Application(CODE, "Zoé Vasseur", "Carnets de Zoé, un blog d’artisans")));
    Affiliate applied =
        affiliates.list(AffiliateStatus.APPLIED, new Paging(1, null)).items().get(0);
    affiliates.approve(applied.id());
    rates.add(new AffiliateRate(null, null, null, null, 400));
    rates.offer(potter, 300);
  }
}
