package org.halles.marketplace.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.CheckoutRequest;
import org.halles.marketplace.download.DownloadView.State;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.order.Handover;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.PrivateFiles;
import org.halles.marketplace.shared.Vault;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

  private static final byte[] GUIDE = "%PDF-1.7 how to wait".getBytes(StandardCharsets.UTF_8);

  @TempDir Path home;

  private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
  private final Article guide = Market.article(1500, 99).as("DIGITAL");
  private final VendorScope photographer = VendorScopes.of(guide.vendor(), "photographer");
  private SoldFiles files;
  private Downloads downloads;
  private Opening opening;

  @BeforeEach
  void aFileOnSale() {
    PrivateFiles kept = new PrivateFiles(new Vault(home.resolve("key")), home.resolve("private"));
    Clock clock = clock();
    files = new SoldFiles(Market.database(), kept, clock);
    downloads = new Downloads(Market.database(), Marketplace.get(Orders.class), kept, clock);
    opening =
        new Opening(
            Market.database(),
            Marketplace.get(Handover.class),
            Marketplace.get(Outbox.class),
            Marketplace.get(CurrentCaller.class),
            clock);
    put(GUIDE);
  }

  @Test
  void whoeverPaidAndWantedItAtOnceHasTheFileAndThePartIsDelivered() {
    OrderGroupView order = buy(true, guide);
    open();

    DownloadView bought = of(order);
    Downloads.Opened file = take(bought.secret());

    assertThat(bought.state()).isEqualTo(State.OPEN);
    assertThat(file.content()).isEqualTo(GUIDE);
    assertThat(file.name()).isEqualTo("Guide.pdf");
    assertThat(file.contentType()).isEqualTo("application/pdf");
    assertThat(statusOf(order)).isEqualTo(VendorOrderStatus.DELIVERED);
  }

  @Test
  void withoutConsentTheFileOpensWhenTheWithdrawalPeriodIsOver() {
    OrderGroupView order = buy(false, guide);
    open();

    assertThat(of(order).state()).isEqualTo(State.NOT_YET);
    assertThat(statusOf(order)).isEqualTo(VendorOrderStatus.TO_SHIP);
    assertThatThrownBy(() -> take(of(order).secret())).isInstanceOf(DownloadClosed.class);

    wait(Duration.ofDays(14));
    assertThat(of(order).state()).isEqualTo(State.NOT_YET);
    wait(Duration.ofHours(25));
    open();

    assertThat(take(of(order).secret()).content()).isEqualTo(GUIDE);
    assertThat(statusOf(order)).isEqualTo(VendorOrderStatus.DELIVERED);
  }

  @Test
  void itIsDownloadedAsOftenAsAgreedAlsoByManyAtOnce() throws Exception {
    limit(3, null);
    String secret = of(buy(true, guide)).secret();
    ExecutorService crowd = Executors.newFixedThreadPool(8);
    List<Future<Boolean>> tries =
        IntStream.range(0, 8).mapToObj(i -> crowd.submit(() -> succeeds(secret))).toList();
    int got = 0;
    for (Future<Boolean> one : tries) {
      got += one.get() ? 1 : 0;
    }
    crowd.shutdown();

    assertThat(got).isEqualTo(3);
    assertThat(get(secret).state()).isEqualTo(State.USED_UP);
    assertThat(get(secret).used()).isEqualTo(3);
  }

  @Test
  void itIsDownloadedAsLongAsAgreed() {
    limit(null, 30);
    String secret = of(buy(true, guide)).secret();

    wait(Duration.ofDays(29));
    assertThat(succeeds(secret)).isTrue();
    wait(Duration.ofDays(2));

    assertThat(get(secret).state()).isEqualTo(State.EXPIRED);
    assertThat(succeeds(secret)).isFalse();
  }

  @Test
  void moneyThatWentBackClosesTheFile() {
    OrderGroupView order = buy(true, guide);
    open();
    Marketplace.asSystem(
        () ->
            Marketplace.get(Refunding.class)
                .byVendor(
                    photographer,
                    order.vendorOrders().get(0).number(),
                    new RefundRequest(
                        List.of(
                            new RefundRequest.Part(
                                order.vendorOrders().get(0).lines().get(0).id(), 1)),
                        false,
                        null,
                        "Wrong file")));

    assertThat(of(order).state()).isEqualTo(State.REFUNDED);
    assertThat(succeeds(of(order).secret())).isFalse();
  }

  @Test
  void goodsOfTheSamePartStillHaveToLeave() {
    Article print = Market.another(guide, 4000, 5);
    OrderGroupView order = buy(true, guide, print);
    open();

    assertThat(statusOf(order)).isEqualTo(VendorOrderStatus.PARTLY_SHIPPED);
  }

  @Test
  void whoBoughtBeforeKeepsTheFileAndTheTermsOfThen() {
    OrderGroupView order = buy(true, guide);
    put("%PDF-1.7 second edition".getBytes(StandardCharsets.UTF_8));
    limit(1, 1);

    assertThat(of(order).mostDownloads()).isNull();
    assertThat(take(of(order).secret()).content()).isEqualTo(GUIDE);
  }

  @Test
  void theVendorSeesThatItWasDownloadedAndNotWhatOpensIt() {
    OrderGroupView order = buy(true, guide);
    take(of(order).secret());

    List<DownloadView> seen =
        Marketplace.inTransaction(
            () -> downloads.ofVendor(photographer, order.vendorOrders().get(0).number()));

    assertThat(seen).singleElement().satisfies(one -> assertThat(one.used()).isEqualTo(1));
    assertThat(seen.get(0).secret()).isNull();
    assertThat(seen.get(0).lastAt()).isNotNull();
  }

  @Test
  void nobodyFindsAFileByGuessingAndNobodySeesThoseOfOthers() {
    OrderGroupView order = buy(true, guide);

    assertThatThrownBy(() -> get("guess")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> take("guess")).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () ->
                Marketplace.inTransaction(() -> downloads.ofPurchase(order.number(), "wrong key")))
        .isInstanceOf(NotFound.class);
    assertThat(of(order).secret()).hasSizeGreaterThanOrEqualTo(64);
  }

  @Test
  void whatMayRunOrIsNothingIsNotSoldAndLimitsAreChecked() {
    assertThatThrownBy(() -> put("MZ\u0090\u0000".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(FileRefused.class);
    assertThatThrownBy(() -> put("#!/bin/sh".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FileRefused.class);
    assertThatThrownBy(() -> put("<html>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FileRefused.class);
    assertThatThrownBy(() -> put(new byte[0])).isInstanceOf(FileRefused.class);
    assertThatThrownBy(() -> limit(0, 99_999))
        .isInstanceOfSatisfying(
            InvalidInput.class, wrong -> assertThat(wrong.violations()).hasSize(2));
    assertThat(FileKind.tidyName("C:\\evil\\..\\a<b>.pdf")).isEqualTo("a_b_.pdf");
  }

  private void wait(Duration time) {
    later.set(later.get().plus(time));
  }

  private SoldFile put(byte[] content) {
    return Marketplace.inTransaction(
        () -> files.put(photographer, guide.sku(), "../Guide.pdf", content));
  }

  private SoldFile limit(Integer most, Integer days) {
    return Marketplace.inTransaction(() -> files.limit(photographer, guide.sku(), most, days));
  }

  private static OrderGroupView buy(boolean atOnce, Article... articles) {
    CheckoutRequest request = Market.basket(articles).pay("approved");
    return Marketplace.get(Checkout.class)
        .pay(
            new CheckoutRequest(
                request.cartId(),
                null,
                request.gateway(),
                request.token(),
                Map.of(),
                request.returnPath(),
                atOnce,
                Optional.empty()));
  }

  private void open() {
    Marketplace.inTransaction(() -> opening.deliverDue());
  }

  private DownloadView of(OrderGroupView order) {
    return Marketplace.inTransaction(() -> downloads.ofPurchase(order.number(), order.accessKey()))
        .get(0);
  }

  private DownloadView get(String secret) {
    return Marketplace.inTransaction(() -> downloads.get(secret));
  }

  private Downloads.Opened take(String secret) {
    return Marketplace.inTransaction(() -> downloads.take(secret));
  }

  private boolean succeeds(String secret) {
    try {
      return take(secret) != null;
    } catch (DownloadClosed closed) {
      return false;
    }
  }

  private static VendorOrderStatus statusOf(OrderGroupView order) {
    return Marketplace.asSystem(
        () ->
            Marketplace.get(Orders.class)
                .get(order.number(), order.accessKey())
                .vendorOrders()
                .get(0)
                .status());
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Instant.now().plus(later.get());
      }
    };
  }
}
