package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CommissionRule;
import org.halles.spi.Configurable;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;
import org.halles.spi.MarketplaceObserver;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PluginEvent;
import org.halles.spi.SimulatedAction;
import org.halles.spi.VendorPlugin;
import org.jboss.logging.Logger;

/**
 * The door to everything plugins can do.
 *
 * <p>Rules, shipping and tax are asked in a {@link #converse conversation}: all questions of one
 * quote run on one borrowed thread, so that a cart of fifty lines costs one change of threads, and
 * a rule that loops costs the buyer a moment instead of the page. Gateways are called one by one,
 * with time for a network.
 */
@ApplicationScoped
public class Plugins {

  private static final Logger LOG = Logger.getLogger(Plugins.class);

  /** How long one call may take. */
  static final Duration BUDGET_PER_CALL = Duration.ofMillis(250);

  /** How long all calls of one extension may take in one conversation. */
  static final Duration BUDGET_PER_CONVERSATION = Duration.ofSeconds(1);

  /** How long a plugin may take to say who it is and what may be set for it. */
  private static final Duration SELF_PORTRAIT = Duration.ofSeconds(2);

  /** How long an observer may take over one event. */
  private static final Duration TELLING = Duration.ofSeconds(5);

  static final String TOO_LATE = "no answer within " + BUDGET_PER_CALL.toMillis() + " ms";

  /** How long one conversation may take, waiting for a thread included. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static final int THREADS = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());

  private final Inventory inventory;
  private final SwitchedOn switchedOn;
  private final Directory installed;
  private final Map<String, PaymentGateway> guarded = new HashMap<>();
  private final Map<String, Readiness> ready = new HashMap<>();
  private final Clock clock;
  private final Map<String, Boolean> durable = new ConcurrentHashMap<>();
  private final Workers workers = new Workers("halles-plugin", THREADS, 1_000);
  private final Workers gatewayWorkers = new Workers("halles-gateway", 64, 64);

  /** Faults belong to this server's own time, also while the demo lives through a past day. */
  @Inject
  Plugins(Discovery discovery, Switches switches, Clock clock) {
    this(
        Inventory.take(discovery.jars(), discovery.beans(), Clock.systemUTC()),
        switches::read,
        clock);
    inventory.entries().stream()
        .filter(plugin -> !plugin.problems().isEmpty())
        .forEach(
            plugin ->
                LOG.warnf(
                    "Plugin %s (%s) %s: %s",
                    plugin.id(),
                    plugin.location(),
                    plugin.refused()
                        ? "takes no part"
                        : "takes part with some of what it announces",
                    String.join("; ", plugin.problems())));
  }

  Plugins(Inventory inventory, UnaryOperator<SwitchedOn.Said> said, Clock clock) {
    this.inventory = inventory;
    this.clock = clock;
    this.installed = new Directory(inventory.extensions(), Set.of(), Setups.NONE);
    this.switchedOn = new SwitchedOn(inventory.extensions(), said);
    for (Extension extension : inventory.extensions()) {
      if (extension.point() == Point.PAYMENT_GATEWAY) {
        addGateway(extension);
      }
    }
    ready.values().forEach(Readiness::isReady);
  }

  private void addGateway(Extension extension) {
    GuardedGateway gateway =
        GuardedGateway.of(extension, gatewayWorkers, () -> configured(extension));
    guarded.put(extension.name(), gateway);
    ready.put(
        extension.name(),
        new Readiness(gateway::saysReady, () -> setupOf(extension), System::nanoTime));
  }

  /** No plugins at all. */
  protected Plugins() {
    this.inventory = Inventory.take(List.of(), List.of(), Clock.systemUTC());
    this.installed = new Directory(List.of(), Set.of(), Setups.NONE);
    this.switchedOn = new SwitchedOn(List.of(), known -> known);
    this.clock = Clock.systemUTC();
  }

  /** The bean as it works for everybody now; behind the door only. */
  private Object configured(Extension extension) {
    return switchedOn.setups().beanOf(extension, Where.everywhere(clock.instant()));
  }

  /** Under which configuration it works for everybody now; zero for none. */
  private long setupOf(Extension extension) {
    return switchedOn
        .setups()
        .configuring(extension.pluginId(), Where.everywhere(clock.instant()))
        .map(Setup::id)
        .orElse(0L);
  }

  private boolean isReady(String gatewayId) {
    return ready.containsKey(gatewayId) && ready.get(gatewayId).isReady();
  }

  /**
   * Puts questions to plugins, on a thread that can be given up. The questions must be pure: if a
   * plugin is late they are asked again, first all of them once more, for a pause of the machine
   * must not decide what a vendor pays, then without the plugin.
   *
   * @throws PluginsBusy if no thread becomes free
   */
  public <T> T converse(Function<Conversation, T> questions) {
    return converse(directory(), installed, questions);
  }

  /**
   * The same as a rehearsal: also plugins that are switched off are asked, and however they fail,
   * nobody holds it against them when a buyer asks.
   */
  public <T> T rehearse(Function<Conversation, T> questions) {
    Directory copies =
        new Directory(
            inventory.extensions().stream().map(Extension::inRehearsal).toList(),
            Set.of(),
            switchedOn.setups().inRehearsal());
    return converse(copies, copies, questions);
  }

  private <T> T converse(
      Directory directory, Directory installed, Function<Conversation, T> questions) {
    Set<Extension> silenced = new HashSet<>();
    Set<Extension> lateBefore = new HashSet<>();
    while (true) {
      Conversation conversation =
          new Conversation(directory, installed, silenced, clock.instant(), workers::regainedOne);
      FutureTask<T> task = workers.start(() -> questions.apply(conversation));
      Optional<Extension> late = await(task, conversation);
      if (late.isEmpty()) {
        return resultOf(task);
      }
      boolean secondChance = late.get().health().isSound() && lateBefore.add(late.get());
      late.get().health().failed(TOO_LATE, BUDGET_PER_CALL.toNanos());
      if (!secondChance) {
        silenced.add(late.get());
      }
    }
  }

  /** Waits for the end, or for a call that takes too long; then gives the thread up. */
  private <T> Optional<Extension> await(FutureTask<T> task, Conversation conversation) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long wait = BUDGET_PER_CALL.toNanos();
    while (!ends(task, wait)) {
      Conversation.Running call = conversation.running().orElse(null);
      long now = System.nanoTime();
      if (call != null && now - call.sinceNanos() >= BUDGET_PER_CALL.toNanos()) {
        if (conversation.abandonIn(call)) {
          workers.lostOne();
          task.cancel(true);
          return Optional.of(call.extension());
        }
        call = null;
      }
      if (now > deadline) {
        task.cancel(true);
        throw new PluginsBusy();
      }
      wait =
          call == null
              ? TimeUnit.MILLISECONDS.toNanos(20)
              : BUDGET_PER_CALL.toNanos() - (now - call.sinceNanos());
    }
    return Optional.empty();
  }

  private static boolean ends(FutureTask<?> task, long nanos) {
    try {
      task.get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (ExecutionException ended) {
      return true;
    } catch (InterruptedException stop) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new PluginsBusy();
    }
  }

  private static <T> T resultOf(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException thrown) {
      if (thrown.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      if (thrown.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(thrown.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new PluginsBusy();
    }
  }

  /** The record that configures rules of this kind, or empty if no such kind is installed. */
  public Optional<Class<? extends Record>> configurationOf(String kind) {
    return inventory.extensions().stream()
        .filter(extension -> extension.point() == Point.COMMISSION_RULE)
        .filter(extension -> extension.name().equals(kind))
        .findFirst()
        .map(extension -> ((CommissionRule<?>) extension.bean()).configuration());
  }

  /** What people call a kind of rule, by language, as its plugin says; may be empty. */
  public Map<String, String> labelOf(String kind) {
    return inventory.entries().stream()
        .filter(entry -> !entry.refused())
        .map(entry -> entry.descriptor().kinds().get(kind))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Map.of());
  }

  /** The kinds of commission rules that are switched on, in alphabetical order. */
  public List<String> ruleKinds() {
    return List.copyOf(directory().all(Point.COMMISSION_RULE).keySet());
  }

  /** The gateways a buyer can pay with now, in alphabetical order: switched on, and ready. */
  public List<String> gateways() {
    return directory()
        .all(Point.PAYMENT_GATEWAY, Where.everywhere(clock.instant()))
        .keySet()
        .stream()
        .filter(this::isReady)
        .toList();
  }

  /** Every gateway installed, in alphabetical order, and whether it has all it needs. */
  public Map<String, Boolean> gatewaysInstalled() {
    Map<String, Boolean> installed = new TreeMap<>();
    guarded.keySet().forEach(id -> installed.put(id, isReady(id)));
    return installed;
  }

  /**
   * A gateway, also one that is switched off, for what was paid with it must still be found and
   * refunded. Its calls never throw and never hang: what cannot be known is {@link
   * org.halles.spi.PaymentOutcome.Unknown}.
   */
  public Optional<PaymentGateway> gateway(String id) {
    return Optional.ofNullable(guarded.get(id));
  }

  /** The catalogue layouts that are switched on, by id. */
  public Map<String, FormatDoor> catalogFormats() {
    Map<String, FormatDoor> formats = new TreeMap<>();
    directory()
        .all(Point.CATALOG_FORMAT, Where.everywhere(clock.instant()))
        .forEach(
            (id, extension) ->
                formats.put(
                    id, new FormatDoor(extension, gatewayWorkers, () -> configured(extension))));
    return formats;
  }

  /** The page of the buyer's bank, where a gateway only simulates one. */
  public Optional<SimulatedAction> simulatedAction(String gatewayId) {
    return gateway(gatewayId)
        .filter(SimulatedAction.class::isInstance)
        .map(SimulatedAction.class::cast);
  }

  /**
   * Puts a listing before every check that is switched on, each within its time. A check that fails
   * is told as such: nobody may take its silence for approval.
   */
  public List<CheckAnswer> inspect(ListingFacts listing) {
    return converse(conversation -> conversation.inspect(listing));
  }

  /** True if anything is installed and switched on that looks at purchases. */
  public boolean looksAtPurchases() {
    return !directory().all(Point.CHECKOUT_CHECK).isEmpty();
  }

  /** The checks of listings that are switched on. */
  public List<CheckView> listingChecks() {
    List<CheckView> views = new ArrayList<>();
    for (Extension extension : directory().all(Point.LISTING_CHECK).values()) {
      ListingCheck check = (ListingCheck) extension.bean();
      new GuardedCalls(extension, gatewayWorkers)
          .within(
              SELF_PORTRAIT,
              () -> new CheckView(extension.name(), extension.pluginId(), check.label()))
          .ifPresent(views::add);
    }
    return views;
  }

  /** The vendors that came as jars and are switched on. */
  public List<VendorArrival> vendorPlugins() {
    List<VendorArrival> arrivals = new ArrayList<>();
    for (Extension extension : directory().all(Point.VENDOR).values()) {
      VendorPlugin vendor = (VendorPlugin) extension.bean();
      new GuardedCalls(extension, gatewayWorkers)
          .within(
              SELF_PORTRAIT,
              () ->
                  new VendorArrival(
                      extension.pluginId(), vendor.registration(), vendor.proposals()))
          .ifPresent(arrivals::add);
    }
    return arrivals;
  }

  /** What a plugin goes by until somebody configures it, as far as it can say. */
  Optional<JsonNode> usualOf(String pluginId) {
    return inventory.extensions().stream()
        .filter(one -> one.pluginId().equals(pluginId) && one.configuration() != null)
        .filter(one -> one.bean() instanceof Configurable<?>)
        .findFirst()
        .flatMap(
            one ->
                new GuardedCalls(one, gatewayWorkers)
                    .within(
                        SELF_PORTRAIT,
                        () ->
                            ((Configurable<?>) one.bean()).usual().map(ConfigurationWriter::write)))
        .flatMap(Function.identity());
  }

  /** What is wrong with a configuration, said by every extension it would configure. */
  List<Violation> tryOn(String pluginId, JsonNode open) {
    List<Violation> violations = new ArrayList<>();
    for (Extension extension : inventory.extensions()) {
      if (violations.isEmpty()
          && extension.pluginId().equals(pluginId)
          && extension.configuration() != null) {
        Answer<List<Violation>> answer = rehearse(talk -> talk.tryOn(extension, open));
        violations.addAll(
            answer.failed()
                ? List.of(new Violation("configuration", answer.fault(), null))
                : answer.value());
      }
    }
    return violations;
  }

  /** The observers that are switched on, by name. */
  List<String> observers() {
    return List.copyOf(directory().all(Point.OBSERVER, Where.everywhere(clock.instant())).keySet());
  }

  /** Those of them that may be asked now: neither pausing nor left alone. */
  List<String> soundObservers() {
    return observers().stream()
        .filter(name -> toObserver(name).orElseThrow().health().isWell())
        .toList();
  }

  /** True if an observer must not miss anything; one that cannot say now might be such. */
  boolean isDurable(String observer) {
    return toObserver(observer)
        .map(found -> durable.computeIfAbsent(observer, asked -> saysDurable(found)))
        .orElse(true);
  }

  /** Null if it does not answer, or may not be asked now: it is asked again another time. */
  private Boolean saysDurable(Extension observer) {
    return observer.health().isWell()
        ? new GuardedCalls(observer, gatewayWorkers)
            .within(SELF_PORTRAIT, () -> ((MarketplaceObserver) observer.bean()).durable())
            .orElse(null)
        : null;
  }

  /** Tells an observer what happened, within its time; false if it did not take it. */
  boolean tell(String observer, PluginEvent event) {
    return toObserver(observer)
        .flatMap(
            found ->
                new GuardedCalls(found, gatewayWorkers)
                    .within(
                        TELLING,
                        () -> {
                          ((MarketplaceObserver) configured(found)).on(event);
                          return true;
                        }))
        .orElse(false);
  }

  private Optional<Extension> toObserver(String name) {
    return Optional.ofNullable(installed.find(Point.OBSERVER, name));
  }

  Inventory inventory() {
    return inventory;
  }

  SwitchedOn switchedOn() {
    return switchedOn;
  }

  private Directory directory() {
    return switchedOn.directory();
  }

  @PreDestroy
  void stop() {
    workers.stop();
    gatewayWorkers.stop();
  }
}
