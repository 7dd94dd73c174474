package org.halles.marketplace.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.order.CannotShip;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.order.ShipmentView;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.payment.CaptureMoment;
import org.halles.marketplace.payment.CapturePolicy;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three bowls at 20.00 and a loaf at 5.00, each with a delivery at 4.00; nothing is taken yet. */
class WithdrawingHeldTest {

  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
  private final Orders orders = Marketplace.get(Orders.class);
  private final SendingBack sending = Marketplace.get(SendingBack.class);
  private final Withdrawing withdrawing = Marketplace.get(Withdrawing.class);

  private final Article bowl = takenOnShipment(Market.article(2000, 30));
  private final Article loaf = takenOnShipment(Market.article(500, 30));
  private final OrderGroupView order =
      checkout.pay(Market.basket(bowl.times(3), loaf).pay("approved"));

  @AfterEach
  void theBooksHold() {
    Sweeps.everything();
    BooksReport report = Marketplace.asSystem(Marketplace.get(Books.class)::check);
    assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
  }

  @Test
  void aWholePartEndsAndIsNeverTaken() {
    assertThat(rights(bowl).withdrawable()).isTrue();
    assertThat(rights(bowl).onlyWhole()).isTrue();
    assertThat(preview(bowl, 3).untaken()).isTrue();

    ReturnView declared = withdraw(bowl, 3);

    assertThat(declared.status()).isEqualTo(ReturnStatus.COMPLETED);
    assertThat(declared.declaredBy()).isEqualTo("Camille Roy");
    assertThat(declared.refunded()).isNull();
    assertThat(part(bowl).status()).isEqualTo(VendorOrderStatus.CANCELLED);
    assertThat(part(bowl).untaken()).isTrue();
    assertThat(part(loaf).untaken()).isFalse();
    assertThat(Market.stockOf(bowl)).isEqualTo(30);

    ship(loaf);

    assertThat(amountOf("CAPTURE")).isEqualTo(900);
    assertThatThrownBy(() -> ship(bowl)).isInstanceOf(CannotShip.class);
    assertRefused("no-withdrawal-nothing-left", bowl, 3);
  }

  @Test
  void withTheLastPartTheMoneyIsLetGo() {
    withdraw(bowl, 3);
    withdraw(loaf, 1);
    Sweeps.everything();

    assertThat(now().status()).isEqualTo(OrderGroupStatus.CANCELLED);
    assertThat(amountOf("VOID")).isEqualTo(7300);
    assertThat(amountOf("CAPTURE")).isZero();
  }

  @Test
  void someUnitsWaitUntilTheMoneyIsTaken() {
    assertRefused("withdraw-only-whole", bowl, 1);
    assertThat(part(bowl).status()).isEqualTo(VendorOrderStatus.TO_SHIP);

    ship(loaf);

    assertThat(rights(bowl).onlyWhole()).isFalse();
    assertThat(withdraw(bowl, 1).refunded().minor()).isEqualTo(2000);
  }

  @Test
  void aPartThatHoldsWhatTheLawExcludesWaitsToo() {
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "update order_line set withdrawal_exclusion = 'PERISHABLE'"
                        + " where order_group_id = ? and offer_id = ?",
                    order.id(),
                    loaf.offer()));

    assertRefused("no-withdrawal-excluded", loaf, 1);
    assertThat(withdraw(bowl, 3).status()).isEqualTo(ReturnStatus.COMPLETED);
  }

  private void assertRefused(String code, Article article, int units) {
    assertThatThrownBy(() -> withdraw(article, units))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
  }

  private static Article takenOnShipment(Article article) {
    CapturePolicy policy = Marketplace.get(CapturePolicy.class);
    Marketplace.asSystem(
        () -> policy.change(article.vendor(), new CapturePolicy.Terms(CaptureMoment.SHIPMENT)));
    return article;
  }

  private Withdrawing.Preview preview(Article article, int units) {
    return withdrawing.preview(
        order.number(), order.accessKey(), part(article).number(), units(article, units));
  }

  private ReturnView withdraw(Article article, int units) {
    return withdrawing.declare(
        order.number(),
        order.accessKey(),
        part(article).number(),
        units(article, units),
        "Camille Roy");
  }

  private List<Units> units(Article article, int units) {
    UUID line = part(article).lines().get(0).id();
    return List.of(new Units(line, units));
  }

  private ShipmentView ship(Article article) {
    ShipRequest all = new ShipRequest(List.of(), "La Poste", "1");
    return Marketplace.asSystem(
        () -> fulfilment.ship(VendorScopes.of(article.vendor(), "v"), part(article).number(), all));
  }

  private Rights rights(Article article) {
    return sending.rights(order.number(), order.accessKey()).stream()
        .filter(one -> one.vendorOrder().equals(part(article).number()))
        .findFirst()
        .orElseThrow();
  }

  private VendorOrderView part(Article article) {
    return now().vendorOrders().stream()
        .filter(one -> one.vendor().id().equals(article.vendor()))
        .findFirst()
        .orElseThrow();
  }

  private OrderGroupView now() {
    return orders.get(order.number(), order.accessKey());
  }

  private long amountOf(String kind) {
    return Market.count(
        "select coalesce(sum(amount_minor), 0) as n from payment_transaction"
            + " where order_group_id = ? and kind = ? and status = 'SUCCEEDED'",
        order.id(),
        kind);
  }
}
