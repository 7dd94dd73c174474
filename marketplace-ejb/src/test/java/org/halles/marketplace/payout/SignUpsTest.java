package org.halles.marketplace.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.payout.SignUps.SignUp;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway that pays only whom it knows. */
class SignUpsTest {

  private static final String BACK = "/vendor/potter/payouts";

  private final SignUps signUps = Marketplace.get(SignUps.class);
  private final Payouts payouts = Marketplace.get(Payouts.class);
  private final Article bowl = Market.article(2000, 9);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");
  private final Caller finance =
      new Caller(UUID.randomUUID(), "finance@it.example", Set.of(Role.FINANCE), null);

  @BeforeEach
  void wantSignUps() {
    dropProposals();
    OneGateway.fake().wantSignUps(true);
  }

  @AfterEach
  void payEverybodyAgain() {
    OneGateway.fake().wantSignUps(false);
    dropProposals();
  }

  @Test
  void aVendorIsLedToTheGatewayAndReadyWhenTheGatewaySaysSo() {
    List<SignUp> before = Marketplace.asSystem(() -> signUps.of(potter));
    String url = Marketplace.asSystem(() -> signUps.begin(potter, "fake", BACK)).url();
    List<SignUp> begun = Marketplace.asSystem(() -> signUps.of(potter));
    OneGateway.fake().signedUp(bowl.vendor());
    List<SignUp> ready = Marketplace.asSystem(() -> signUps.of(potter));
    String nothingLeft = Marketplace.asSystem(() -> signUps.begin(potter, "fake", BACK)).url();

    assertThat(before).containsExactly(new SignUp("fake", "NONE"));
    assertThat(url).isEqualTo("https://fake.example/sign-up");
    assertThat(begun).containsExactly(new SignUp("fake", "BEGUN"));
    assertThat(ready).containsExactly(new SignUp("fake", "READY"));
    assertThat(nothingLeft).isEqualTo(BACK);
  }

  @Test
  void onlyWhoSignedUpIsPaidThroughIt() {
    sell();
    HeldBack held = mineHeldBack(Marketplace.as(finance, payouts::propose));
    dropProposals();
    Marketplace.asSystem(() -> signUps.begin(potter, "fake", BACK));
    OneGateway.fake().signedUp(bowl.vendor());
    Marketplace.asSystem(() -> signUps.of(potter));

    PayoutRunView run = Marketplace.as(finance, payouts::propose);

    assertThat(held.reason()).isEqualTo("no-gateway");
    assertThat(run.payouts())
        .filteredOn(payout -> payout.vendor().id().equals(bowl.vendor()))
        .extracting(PayoutView::gateway)
        .containsExactly("fake");
  }

  @Test
  void aGatewayThatWantsNoSignUpIsNotFound() {
    OneGateway.fake().wantSignUps(false);

    assertThat(Marketplace.asSystem(() -> signUps.of(potter))).isEmpty();
    assertThatThrownBy(() -> Marketplace.asSystem(() -> signUps.begin(potter, "fake", BACK)))
        .isInstanceOf(NotFound.class);
  }

  private HeldBack mineHeldBack(PayoutRunView run) {
    return run.heldBack().stream()
        .filter(held -> held.slug().endsWith(bowl.vendor().toString().substring(24)))
        .findFirst()
        .orElseThrow();
  }

  private void dropProposals() {
    Marketplace.asSystem(() -> payouts.runs(Paging.first())).items().stream()
        .filter(PayoutRunView::isProposed)
        .forEach(run -> Marketplace.as(finance, () -> payouts.cancel(run.id())));
  }

  private void sell() {
    OrderGroupView order = Marketplace.get(Checkout.class).pay(Market.basket(bowl).pay("approved"));
    Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
    String number = order.vendorOrders().get(0).number();
    UUID parcel =
        Marketplace.asSystem(
                () -> fulfilment.ship(potter, number, new ShipRequest(List.of(), "La Poste", "1")))
            .id();
    Marketplace.asSystem(() -> fulfilment.delivered(potter, number, parcel));
  }
}
