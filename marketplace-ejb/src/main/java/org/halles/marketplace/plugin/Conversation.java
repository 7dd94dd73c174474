package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CartContribution;
import org.halles.spi.CheckoutCheck;
import org.halles.spi.CheckoutFacts;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionRule;
import org.halles.spi.Configurable;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;
import org.halles.spi.OnboardingRequirement;
import org.halles.spi.SaleFacts;
import org.halles.spi.ShippingOption;
import org.halles.spi.ShippingRates;
import org.halles.spi.TaxRules;

/**
 * All questions that one quote puts to the plugins, on one borrowed thread. Every call is measured,
 * checked against its contract and, if it fails, turned into a fault; a plugin that was late in
 * this conversation is not asked again in it.
 */
public final class Conversation {

  /** The call that is running, seen by whoever waits for the conversation. */
  record Running(Extension extension, long sinceNanos) {}

  private final Directory directory;
  private final Directory installed;
  private final Set<Extension> silenced;
  private final Map<Extension, Long> spentNanos = new HashMap<>();
  private final Runnable onCameBack;
  private final Instant now;
  private Running running;
  private boolean abandoned;

  Conversation(
      Directory directory,
      Directory installed,
      Set<Extension> silenced,
      Instant now,
      Runnable onCameBack) {
    this.now = now;
    this.directory = directory;
    this.installed = installed;
    this.silenced = new HashSet<>(silenced);
    this.onCameBack = onCameBack;
  }

  /**
   * What a rule of this kind proposes for a sale; empty if it has nothing to say about it, or if
   * its plugin is not on for this vendor, category, country or day.
   */
  public Answer<Optional<CommissionProposal>> propose(
      String kind, SaleFacts sale, Record configuration) {
    Extension extension = directory.find(Point.COMMISSION_RULE, kind);
    if (extension == null) {
      return Answer.failed("no plugin that is switched on provides rules of kind " + kind);
    }
    Where where = Where.of(sale);
    if (!directory.isOn(extension, where)) {
      return Answer.of(Optional.empty());
    }
    return ask(
        extension,
        () ->
            propose(
                (CommissionRule<?>) directory.bean(extension, where, CommissionRule.class),
                sale,
                configuration),
        proposal -> Contracts.check(proposal, sale.lineTotal().currency()));
  }

  private static <C extends Record> Optional<CommissionProposal> propose(
      CommissionRule<C> rule, SaleFacts sale, Record configuration) {
    return rule.propose(sale, rule.configuration().cast(configuration));
  }

  /** Every way to ship a parcel, of all plugins that can tell. */
  public ShippingAnswer shipping(ShippingRates.Parcel parcel) {
    List<ShippingOption> options = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Where where = Where.of(parcel, now);
    for (Extension extension : directory.all(Point.SHIPPING_RATES, where).values()) {
      Answer<List<ShippingOption>> answer =
          ask(
              extension,
              () ->
                  List.copyOf(
                      directory.bean(extension, where, ShippingRates.class).options(parcel)),
              found -> Contracts.check(found, parcel.currency()));
      if (answer.failed()) {
        faults.add(answer.fault());
      } else {
        options.addAll(answer.value());
      }
    }
    return new ShippingAnswer(options, faults);
  }

  /**
   * The tax on a supply by the first plugin that knows it, empty if none does. A plugin that fails
   * fails the answer: guessing a tax is worse than not selling.
   */
  public Answer<Optional<TaxRules.TaxRate>> tax(TaxRules.Supply supply) {
    Where where = Where.of(supply, now);
    for (Extension extension : directory.all(Point.TAX_RULES, where).values()) {
      Answer<Optional<TaxRules.TaxRate>> answer =
          ask(
              extension,
              () -> directory.bean(extension, where, TaxRules.class).rateFor(supply),
              Contracts::check);
      if (answer.failed() || answer.value().isPresent()) {
        return answer;
      }
    }
    return Answer.of(Optional.empty());
  }

  /** What every check that is switched on found in a listing, or why it could not tell. */
  public List<CheckAnswer> inspect(ListingFacts listing) {
    List<CheckAnswer> answers = new ArrayList<>();
    Where where = Where.of(listing, now);
    directory
        .all(Point.LISTING_CHECK, where)
        .forEach(
            (id, extension) ->
                answers.add(
                    new CheckAnswer(
                        id,
                        ask(
                            extension,
                            () ->
                                List.copyOf(
                                    directory
                                        .bean(extension, where, ListingCheck.class)
                                        .check(listing)),
                            Contracts::checkFindings))));
    return answers;
  }

  /** What the buyer of this basket may add for others; an offer that fails is missing. */
  public List<ContributionOffer> contributions(CartContribution.Basket basket) {
    List<ContributionOffer> offers = new ArrayList<>();
    Where where = Where.of(basket);
    directory
        .all(Point.CART_CONTRIBUTION, where)
        .forEach(
            (name, extension) -> {
              Answer<Optional<CartContribution.Offer>> answer =
                  ask(
                      extension,
                      () -> directory.bean(extension, where, CartContribution.class).offer(basket),
                      offer -> Contracts.check(offer, basket));
              if (!answer.failed()) {
                answer.value().ifPresent(offer -> offers.add(new ContributionOffer(name, offer)));
              }
            });
    return offers;
  }

  /** What every check of purchases that is switched on thinks of one, or why it could not tell. */
  public List<PurchaseAnswer> look(CheckoutFacts purchase) {
    List<PurchaseAnswer> answers = new ArrayList<>();
    Where where = Where.of(purchase);
    directory
        .all(Point.CHECKOUT_CHECK, where)
        .forEach(
            (name, extension) ->
                answers.add(
                    new PurchaseAnswer(
                        name,
                        ask(
                            extension,
                            () ->
                                directory
                                    .bean(extension, where, CheckoutCheck.class)
                                    .look(purchase),
                            opinion -> Contracts.check(opinion)))));
    return answers;
  }

  /** The kinds of onboarding requirement that plugins bring, by name. */
  public List<String> requirementTypes() {
    return List.copyOf(directory.all(Point.ONBOARDING_REQUIREMENT).keySet());
  }

  /** Asks a plugin's onboarding requirement something about itself. */
  public <T> Answer<T> requirement(String type, Function<OnboardingRequirement, T> question) {
    return requirement(type, Where.everywhere(now), question, null);
  }

  /**
   * Asks a plugin's onboarding requirement something about a vendor.
   *
   * @param notAsked the answer where the plugin is not on for this vendor's country
   */
  public <T> Answer<T> requirement(
      String type,
      OnboardingRequirement.Applicant applicant,
      Function<OnboardingRequirement, T> question,
      T notAsked) {
    return requirement(type, Where.of(applicant, now), question, notAsked);
  }

  private <T> Answer<T> requirement(
      String type, Where where, Function<OnboardingRequirement, T> question, T notAsked) {
    Extension extension = directory.find(Point.ONBOARDING_REQUIREMENT, type);
    if (extension == null) {
      return Answer.failed("no plugin that is switched on provides requirements of type " + type);
    }
    if (notAsked != null && !directory.isOn(extension, where)) {
      return Answer.of(notAsked);
    }
    return ask(
        extension,
        () -> question.apply(directory.bean(extension, where, OnboardingRequirement.class)),
        anything -> {});
  }

  /**
   * Lets code of the plugin behind a rule kind run, such as its configuration's constructor; also
   * of one that is switched off, so that its rules are ready when it is switched on.
   */
  public <T> Answer<T> within(String kind, Supplier<T> work) {
    Extension extension = installed.find(Point.COMMISSION_RULE, kind);
    return extension == null
        ? Answer.failed("no installed plugin provides rules of kind " + kind)
        : ask(extension, work, anything -> {});
  }

  /**
   * Makes a plugin's configuration of what was typed, and the extensions that work so: whatever
   * does not fit is told before it is kept.
   */
  Answer<List<Violation>> tryOn(Extension extension, JsonNode open) {
    return ask(
        extension,
        () -> {
          ConfigurationReader reader = new ConfigurationReader();
          Record configuration = reader.read(open, extension.configuration(), "configuration");
          if (configuration != null) {
            Setups.with((Configurable<?>) extension.bean(), configuration);
          }
          return reader.violations();
        },
        anything -> {});
  }

  private <T> Answer<T> ask(Extension extension, Supplier<T> question, Consumer<T> contract) {
    Optional<String> refusal = extension.health().refusal();
    if (silenced.contains(extension) || refusal.isPresent()) {
      return Answer.failed(extension + ": " + refusal.orElse(Plugins.TOO_LATE));
    }
    long start = System.nanoTime();
    enter(new Running(extension, start));
    T value = null;
    String fault = null;
    try {
      value = question.get();
      fault = value == null ? "answered null" : null;
    } catch (Throwable thrown) { // also what the compiler thinks cannot be thrown
      fault = Faults.describe(thrown);
    } finally {
      leave();
    }
    long nanos = System.nanoTime() - start;
    return judge(extension, value, fault == null ? broken(contract, value) : fault, nanos);
  }

  private static <T> String broken(Consumer<T> contract, T value) {
    try {
      contract.accept(value);
      return null;
    } catch (IllegalArgumentException violation) {
      return Faults.tell(violation.getMessage());
    } catch (RuntimeException hollow) { // a null where there must be none
      return Faults.describe(hollow);
    }
  }

  private <T> Answer<T> judge(Extension extension, T value, String fault, long nanos) {
    long spent = spentNanos.merge(extension, nanos, Long::sum);
    if (spent > Plugins.BUDGET_PER_CONVERSATION.toNanos()) {
      silenced.add(extension); // many calls, each of them just in time, are late as well
    }
    if (fault == null) {
      extension.health().answered(nanos);
      return Answer.of(value);
    }
    extension.health().failed(fault, nanos);
    return Answer.failed(extension + ": " + fault);
  }

  private synchronized void enter(Running call) {
    if (abandoned) {
      throw new Abandoned();
    }
    running = call;
  }

  private synchronized void leave() {
    Running call = running;
    running = null;
    if (abandoned) {
      call.extension().health().cameBack();
      onCameBack.run();
      throw new Abandoned();
    }
  }

  synchronized Optional<Running> running() {
    return Optional.ofNullable(running);
  }

  /**
   * Gives the conversation up if this call is still running; its thread ends when the call does.
   */
  synchronized boolean abandonIn(Running call) {
    if (running != call) {
      return false;
    }
    abandoned = true;
    call.extension().health().ranAway();
    return true;
  }

  /** Nobody waits for this conversation any more. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Abandoned() {
      super("nobody waits for this answer any more", null, false, false);
    }
  }
}
