package org.halles.web.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.halles.marketplace.credit.GiftCardPolicy;

/** Whether pages lead to the gift cards that can be bought. */
@Named
@RequestScoped
public class GiftCardsOffered {

  @Inject private GiftCardPolicy policy;

  public boolean isNow() {
    return policy.offer().offered();
  }
}
