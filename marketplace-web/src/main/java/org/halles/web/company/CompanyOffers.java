package org.halles.web.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.pricing.CompanyPrices;
import org.halles.marketplace.shared.NotFound;
import org.omnifaces.cdi.Param;

/** What companies pay for a listing: fetched after its page, which is the same for everybody. */
@Named
@RequestScoped
public class CompanyOffers {

  @Inject @Param private String listing;
  @Inject private CompanyPrices prices;
  @Inject private CurrentCaller caller;

  private List<CompanyPrices.Price> found;

  /** None for visitors and private persons. */
  public List<CompanyPrices.Price> getPrices() {
    if (found == null) {
      found = caller.get().accountId() == null ? List.of() : prices.of(id());
    }
    return found;
  }

  private UUID id() {
    try {
      return UUID.fromString(String.valueOf(listing));
    } catch (IllegalArgumentException none) {
      throw new NotFound("listing", listing);
    }
  }
}
