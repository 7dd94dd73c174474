package org.halles.marketplace.demo;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.halles.marketplace.identity.AccountView;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.DemoMode;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.CurrencyCode;
import org.jboss.logging.Logger;

/**
 * Loads the demo while the server starts: the server counts as ready, and answers its first
 * request, only when the demo is in. Goes on after a crash where it stopped. If something fails for
 * a minute, the server starts all the same and loading goes on beside it.
 */
@ApplicationScoped
public class DemoLoader {

  private static final Logger LOG = Logger.getLogger(DemoLoader.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** A database that comes back is waited for: beside the sweeper, past purchases run out. */
  private static final int TRIES_BEFORE_OTHERS = 12;

  private static final Duration MORNING = Duration.ofHours(7);

  /** The article whose buyer is about to send money. */
  private static final String TRANSFERRED = "GDM-SERF";

  private DemoFoundations foundations;
  private DemoShops shops;
  private DemoHistory history;
  private DemoDisputes disputes;
  private DemoReturns returns;
  private DemoReviews reviews;
  private DemoApplicants applicants;
  private DemoModeration moderation;
  private DemoAfterSale afterSale;
  private DemoTransfers transfers;
  private DemoPromotions promotions;
  private DemoCredits credits;
  private DemoAffiliates affiliates;
  private DemoInvoices invoices;
  private DemoRequests requests;
  private DemoProgress progress;
  private CurrentCaller caller;
  private ManagedThreadFactory threads;
  private final CountDownLatch stopped = new CountDownLatch(1);

  protected DemoLoader() {}

  @Inject
  DemoLoader(
      DemoFoundations foundations,
      DemoShops shops,
      DemoHistory history,
      DemoDisputes disputes,
      DemoReturns returns,
      DemoReviews reviews,
      DemoApplicants applicants,
      DemoModeration moderation,
      DemoAfterSale afterSale,
      DemoTransfers transfers,
      DemoPromotions promotions,
      DemoCredits credits,
      DemoAffiliates affiliates,
      DemoInvoices invoices,
      DemoRequests requests,
      DemoProgress progress,
      CurrentCaller caller,
      ManagedThreadFactory threads) {
    this.foundations = foundations;
    this.shops = shops;
    this.history = history;
    this.disputes = disputes;
    this.returns = returns;
    this.reviews = reviews;
    this.applicants = applicants;
    this.moderation = moderation;
    this.afterSale = afterSale;
    this.transfers = transfers;
    this.promotions = promotions;
    this.credits = credits;
    this.affiliates = affiliates;
    this.invoices = invoices;
    this.requests = requests;
    this.progress = progress;
    this.caller = caller;
    this.threads = threads;
  }

  /**
   * After the vendors that came as jars were welcomed, and before background work begins: the
   * sweeper would take purchases of the past for ones that were never paid in time.
   */
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) Startup serverStarted) {
    if (DemoMode.isOn()) {
      caller.run(Caller.SYSTEM, this::loadOrGoOnLater);
    }
  }

  @PreDestroy
  void stop() {
    stopped.countDown();
  }

  private void loadOrGoOnLater() {
    boolean done = loaded();
    for (int tries = 1; !done && tries < TRIES_BEFORE_OTHERS; tries++) {
      pause();
      done = loaded();
    }
    if (!done) {
      threads.newThread(() -> caller.run(Caller.SYSTEM, this::loadUntilDone)).start();
    }
  }

  private void loadUntilDone() {
    do {
      pause();
    } while (stopped.getCount() > 0 && !loaded());
  }

  private boolean loaded() {
    try {
      load();
      return true;
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "The demo is not complete; trying again in %d s", PAUSE.toSeconds());
      return false;
    }
  }

  private void pause() {
    try {
      stopped.await(PAUSE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }

  private void load() {
    DemoProgress.State state = progress.state();
    if (state.complete()) {
      return;
    }
    long start = System.nanoTime();
    DemoMarket market = DemoContent.market();
    List<DemoVendor> vendors = market.vendors().stream().map(DemoContent::vendor).toList();
    AccountView buyer = foundations.lay(market, vendors);
    state = openShops(market, vendors, state);
    progress.count();
    affiliates.invite(
        market.password(), shops.scopes(vendors).get("poterie-du-layon"), state.now());
    state = live(market, vendors, buyer.caller(), state);
    Instant now = state.now();
    complain(vendors, now);
    promotions.offer(shops.scopes(vendors).get("poterie-du-layon"), now);
    credits.give(buyer.email(), CurrencyCode.of(market.currency()));
    reviews.say(DemoContent.opinions(), shops.scopes(vendors), now);
    DemoContent.applicants().forEach(one -> applicants.arrive(one, now));
    afterSale.happen(buyer.caller());
    transfers.announce(
        market.buyers().get(1), market.currency(), shops.offers(vendors).get(TRANSFERRED));
    requests.arise(DemoContent.requests(), buyer.caller(), shops.scopes(vendors), now);
    moderation.fill(vendors);
    invoices.issue(now);
    progress.remember(state.completed());
    progress.count();
    LOG.infof(
        "The demo is in: %d shops, %d past orders, after %d ms",
        state.vendors().size(), state.orders(), (System.nanoTime() - start) / 1_000_000);
  }

  /** About the newest orders of two stalls. */
  private void complain(List<DemoVendor> vendors, Instant now) {
    Map<String, VendorScope> scopes = shops.scopes(vendors);
    disputes.arise(scopes.get("atelier-boreal"), scopes.get("poterie-du-layon"), now);
    returns.happen(scopes.get("atelier-boreal"), now);
  }

  private DemoProgress.State openShops(
      DemoMarket market, List<DemoVendor> vendors, DemoProgress.State before) {
    DemoProgress.State state = before;
    for (DemoVendor vendor : vendors) {
      if (!state.vendors().contains(vendor.slug())) {
        state = shops.open(vendor, arrival(vendor, vendors, state), market.currency(), state);
      }
    }
    return state.rules() ? state : foundations.agreeOnCommission(state);
  }

  /** Well before the past begins; the first of the market's list is the newest. */
  private static Instant arrival(
      DemoVendor vendor, List<DemoVendor> vendors, DemoProgress.State state) {
    return state.now().minus(Duration.ofDays(80L + vendors.indexOf(vendor)));
  }

  private DemoProgress.State live(
      DemoMarket market, List<DemoVendor> vendors, Caller buyer, DemoProgress.State before) {
    List<PlannedOrder> plan = OrderPlan.of(market, vendors, DemoContent.categories(), before.now());
    Map<String, UUID> offers = shops.offers(vendors);
    Map<String, VendorScope> scopes = shops.scopes(vendors);
    Set<String> busy = new TreeSet<>(scopes.keySet());
    DemoProgress.State state = before;
    while (state.days() < OrderPlan.DAYS && stopped.getCount() > 0) {
      Instant morning = OrderPlan.dayBefore(state.now(), state.days()).plus(MORNING);
      busy.removeIf(slug -> !history.work(scopes.get(slug), morning));
      for (int next = state.orders(); isOn(plan, next, state.days()); next++) {
        PlannedOrder order = plan.get(next);
        history.buy(order, order.signedIn() ? buyer : Caller.GUEST, market.currency(), offers);
        busy.addAll(order.vendors());
        state = progress.remember(state.withOrder());
      }
      state = progress.remember(state.withDay());
    }
    return state;
  }

  private static boolean isOn(List<PlannedOrder> plan, int index, int day) {
    return index < plan.size() && plan.get(index).day() == day;
  }
}
