package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/**
 * What owners do with their subscriptions, whoever they are; who may is asked before. The caller's
 * transaction holds it together.
 */
@ApplicationScoped
class Desk {

  private Subscriptions subscriptions;
  private SubscriptionChecks checks;
  private DeliveryLog log;
  private Audit audit;

  protected Desk() {}

  @Inject
  Desk(Subscriptions subscriptions, SubscriptionChecks checks, DeliveryLog log, Audit audit) {
    this.subscriptions = subscriptions;
    this.checks = checks;
    this.log = log;
    this.audit = audit;
  }

  Page<SubscriptionView> list(UUID owner, Paging paging) {
    return subscriptions.list(owner, paging);
  }

  SubscriptionView get(UUID owner, UUID id) {
    return subscriptions.get(owner, id);
  }

  MadeSubscription create(UUID owner, SubscriptionInput input, Predicate<EventType> mayHear) {
    MadeSubscription made = subscriptions.add(owner, checks.checked(input, mayHear));
    UUID id = made.subscription().id();
    audit.record("create-webhook", subject(owner, id), null, facts(made.subscription()));
    return made;
  }

  SubscriptionView change(
      UUID owner,
      UUID id,
      Integer expected,
      SubscriptionInput input,
      Predicate<EventType> mayHear) {
    SubscriptionView before = subscriptions.get(owner, id);
    // what it hears already it may go on hearing, whoever changes the rest
    SubscriptionView after =
        subscriptions.change(
            owner,
            id,
            expected,
            checks.checked(
                input, type -> mayHear.test(type) || before.eventTypes().contains(type.code())));
    audit.record("change-webhook", subject(owner, id), facts(before), facts(after));
    return after;
  }

  MadeSubscription rotate(UUID owner, UUID id) {
    MadeSubscription made = subscriptions.rotate(owner, id);
    audit.record("rotate-webhook-secret", subject(owner, id), null, null);
    return made;
  }

  void remove(UUID owner, UUID id) {
    SubscriptionView before = subscriptions.remove(owner, id);
    audit.record("remove-webhook", subject(owner, id), facts(before), null);
  }

  DeliveryView ping(UUID owner, UUID id) {
    requireOn(owner, id);
    return log.ping(id);
  }

  Page<DeliveryView> deliveries(UUID owner, UUID id, DeliveryStatus status, Paging paging) {
    subscriptions.get(owner, id);
    return log.list(id, status, paging);
  }

  DeliveryDetail delivery(UUID owner, UUID id, UUID delivery) {
    subscriptions.get(owner, id);
    return log.get(id, delivery);
  }

  DeliveryView sendAgain(UUID owner, UUID id, UUID delivery) {
    requireOn(owner, id);
    DeliveryView queued = log.sendAgain(id, delivery);
    audit.record(
        "send-webhook-again", subject(owner, id), null, Map.of("message", queued.messageId()));
    return queued;
  }

  private void requireOn(UUID owner, UUID id) {
    if (subscriptions.get(owner, id).status() != SubscriptionStatus.ON) {
      throw WebhookRefused.switchedOff();
    }
  }

  private static Subject subject(UUID owner, UUID id) {
    return Subject.of("webhook", id, owner.equals(Mailbag.MARKET) ? null : owner);
  }

  /** Without the address's query, which may hold a key of the receiver's. */
  private static Map<String, Object> facts(SubscriptionView view) {
    URI url = URI.create(view.url());
    return Map.of(
        "url", url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath(),
        "eventTypes", view.eventTypes(),
        "status", view.status());
  }
}
