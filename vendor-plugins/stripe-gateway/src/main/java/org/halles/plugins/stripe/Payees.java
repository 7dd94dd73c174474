package org.halles.plugins.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import java.util.Optional;
import org.halles.spi.PaymentGateway.Payee;
import org.halles.spi.PaymentGateway.PayeeRequest;

/** Vendors' connected accounts: Stripe asks them for what the law demands, on its own pages. */
final class Payees {

  private final Stripe stripe;
  private final Memory memory;
  private final Settings settings;

  Payees(Stripe stripe, Memory memory, Settings settings) {
    this.stripe = stripe;
    this.memory = memory;
    this.settings = settings;
  }

  Payee payee(PayeeRequest request) {
    try {
      Optional<String> known = memory.accountOf(request.recipient());
      if (known.isEmpty() && request.returnUrl() == null) {
        return new Payee(false, Optional.empty());
      }
      String account = known.isPresent() ? known.get() : open(request);
      return canBePaid(account) || request.returnUrl() == null
          ? new Payee(canBePaid(account), Optional.empty())
          : new Payee(false, Optional.of(link(account, settings.absolute(request.returnUrl()))));
    } catch (StripeException error) {
      throw new IllegalStateException("Stripe did not answer about the vendor's account", error);
    }
  }

  private String open(PayeeRequest request) throws StripeException {
    Account made =
        stripe
            .api()
            .accounts()
            .create(
                AccountCreateParams.builder()
                    .setType(AccountCreateParams.Type.EXPRESS)
                    .setCountry(request.country())
                    .setEmail(request.email())
                    .setCapabilities(
                        AccountCreateParams.Capabilities.builder()
                            .setTransfers(
                                AccountCreateParams.Capabilities.Transfers.builder()
                                    .setRequested(true)
                                    .build())
                            .build())
                    .putMetadata("halles_vendor", request.recipient())
                    .build(),
                Stripe.under("payee-" + request.recipient()));
    memory.pay(request.recipient(), made.getId());
    return memory.accountOf(request.recipient()).orElseThrow();
  }

  private boolean canBePaid(String account) throws StripeException {
    Account now = stripe.api().accounts().retrieve(account);
    return now.getCapabilities() != null
        && "active".equals(now.getCapabilities().getTransfers())
        && Boolean.TRUE.equals(now.getPayoutsEnabled());
  }

  private String link(String account, String back) throws StripeException {
    return stripe
        .api()
        .accountLinks()
        .create(
            AccountLinkCreateParams.builder()
                .setAccount(account)
                .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                .setRefreshUrl(back)
                .setReturnUrl(back)
                .build())
        .getUrl();
  }
}
