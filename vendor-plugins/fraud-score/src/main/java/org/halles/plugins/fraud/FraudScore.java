package org.halles.plugins.fraud;

import jakarta.enterprise.context.ApplicationScoped;
import org.halles.spi.CheckoutCheck;
import org.halles.spi.CheckoutFacts;
import org.halles.spi.Configurable;

/**
 * {@code fraud-score}: adds up what makes a purchase suspicious, takes off what speaks for the
 * buyer, and holds what reaches the operator's limit.
 */
@ApplicationScoped
public class FraudScore implements CheckoutCheck, Configurable<Limits> {

  private final Limits limits;

  /** As the server makes it: under the usual limits. */
  public FraudScore() {
    this(Limits.USUAL);
  }

  private FraudScore(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String id() {
    return "fraud-score";
  }

  @Override
  public Class<Limits> configurationType() {
    return Limits.class;
  }

  @Override
  public FraudScore with(Limits configuration) {
    return new FraudScore(configuration);
  }

  @Override
  public Opinion look(CheckoutFacts purchase) {
    Suspicion suspicion = new Suspicion();
    CheckoutFacts.History known = purchase.history();
    suspicion.add(
        purchase.guest() && known.paid() == 0, 15, "acheteur inconnu", "a buyer nobody knows");
    suspicion.add(
        isDear(purchase), 35, "montant élevé : " + purchase.total(), "dear: " + purchase.total());
    suspicion.add(
        known.attemptsToday() >= 4,
        30,
        known.attemptsToday() + " essais en 24 heures",
        known.attemptsToday() + " attempts in 24 hours");
    suspicion.add(
        known.otherBuyersThere() >= 2,
        25,
        known.otherBuyersThere() + " autres acheteurs livrés à cette adresse aujourd’hui",
        known.otherBuyersThere() + " other buyers had deliveries there today");
    suspicion.add(
        limits.throwAway().contains(purchase.emailDomain()),
        30,
        "adresse jetable : " + purchase.emailDomain(),
        "throw-away address: " + purchase.emailDomain());
    suspicion.add(
        purchase.lines().stream().allMatch(line -> line.kind().equals("digital")),
        15,
        "fichiers seulement, livrés aussitôt",
        "files only, delivered at once");
    suspicion.add(
        purchase.lines().stream().anyMatch(line -> line.kind().equals("gift-card")),
        15,
        "carte cadeau, aussi bonne que de l’argent",
        "a gift card, as good as money");
    suspicion.trust(known.paid() - known.refunded() >= 3, 40);
    return new Opinion(
        suspicion.score(), suspicion.score() >= limits.holdFrom(), suspicion.reasons());
  }

  private boolean isDear(CheckoutFacts purchase) {
    return limits.dear() != null
        && limits.dear().currency().equals(purchase.total().currency())
        && purchase.total().compareTo(limits.dear()) >= 0;
  }
}
