package org.halles.marketplace.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.GatewayMessages;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.order.Earnings;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A bowl for 20.00 with shipping of 4.00. The platform remits 3.33 of tax in the bowl; of the rest
 * it has 2.00 and 0.40 of VAT, the vendor 14.27 and the shipping.
 */
class TaxKeptBackTest {

  private final Article bowl = Market.article(2000, 30);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final Money owed = balanceOf("tax_payable:CH");
  private final OrderGroupView order =
      Marketplace.get(Checkout.class)
          .pay(Market.keepingTax(Market.basket(bowl), eur(333)).pay("approved"));

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void theTaxIsOwedToTheStateAndNotToTheVendor() {
    assertThat(balanceOf("tax_payable:CH")).isEqualTo(owed.plus(eur(333)));
    assertThat(pending()).isEqualTo(eur(1427 + 400));
  }

  @Test
  void aWholeRefundTakesTheTaxBackToo() {
    giveBack(2400);

    assertThat(balanceOf("tax_payable:CH")).isEqualTo(owed);
    assertThat(pending()).isEqualTo(eur(0));
  }

  /** A half of the bowl: 1.67 of 3.33 in tax, by the largest deficit. */
  @Test
  void aRefundInPartTakesItsPartOfTheTax() {
    giveBack(1200);

    long tax = balanceOf("tax_payable:CH").minus(owed).minor();
    assertThat(tax).isBetween(166L, 167L);
  }

  @Test
  void aLostChargebackTakesTheTaxBackAndALateWinOwesItAgain() {
    String reference =
        OneGateway.fake().chargeBack(order.payments().get(0).id().toString(), eur(2400));
    tell(reference, "opened");
    OneGateway.fake().decideChargeback(reference, false);
    tell(reference, "lost");
    assertThat(balanceOf("tax_payable:CH")).isEqualTo(owed);
    OneGateway.fake().decideChargeback(reference, true);

    tell(reference, "won");

    assertThat(balanceOf("tax_payable:CH")).isEqualTo(owed.plus(eur(333)));
    assertThat(pending()).isEqualTo(eur(1427 + 400));
  }

  private void giveBack(long minor) {
    RefundRequest some = new RefundRequest(List.of(), false, eur(minor), "For the wait");
    Marketplace.asSystem(
        () -> Marketplace.get(Refunding.class).byOperator(order.number(), null, some));
    Sweeps.everything();
  }

  private static void tell(String reference, String what) {
    String event = "evt-%s-%s".formatted(reference, what);
    byte[] body = (event + " " + reference + " chargeback.news").getBytes(StandardCharsets.UTF_8);
    Marketplace.get(GatewayMessages.class).receive("fake", body, Map.of("signature", "right"));
  }

  private Money pending() {
    return Marketplace.asSystem(() -> Marketplace.get(Earnings.class).balances(potter)).stream()
        .filter(one -> one.pending().currency().equals(Market.EUR))
        .findFirst()
        .orElseThrow()
        .pending();
  }

  private static Money balanceOf(String address) {
    return Marketplace.inTransaction(() -> Marketplace.get(Balances.class).at(address)).stream()
        .map(AccountView::balance)
        .findFirst()
        .orElse(eur(0));
  }

  private static Money eur(long minor) {
    return Money.of(minor, Market.EUR);
  }
}
