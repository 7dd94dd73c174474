package org.halles.plugins.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.Secret;
import org.halles.spi.Setting;

/**
 * The terms an account at this gateway would have been agreed on. What is left out is as usual.
 *
 * @param fee the share of a charge that the gateway keeps
 * @param fixedFee minor units it keeps of each charge besides
 * @param chargebackFee minor units it takes when a bank takes money back
 * @param heldDays how long money is held that nobody takes
 * @param messages the key that messages are signed with; null for the one it made itself
 */
public record Account(
    @Setting(
            fr = "Frais, part du paiement",
            en = "Fee, share of a payment",
            helpFr = "Entre 0 % et 100 %, par exemple 1,4 %.",
            helpEn = "Between 0 % and 100 %, such as 1.4 %.")
        Rate fee,
    @Setting(
            fr = "Frais fixes par paiement",
            en = "Fixed fee a payment",
            helpFr = "Dans la plus petite unité de la monnaie du paiement : 25 vaut 0,25 €.",
            helpEn = "In the smallest unit of the payment’s currency: 25 is €0.25.",
            least = 0,
            most = 10_000)
        Integer fixedFee,
    @Setting(
            fr = "Frais par rétrofacturation",
            en = "Fee a chargeback",
            helpFr = "Dans la plus petite unité de la monnaie ; rendus si elle est gagnée.",
            helpEn = "In the smallest unit of the currency; given back if it is won.",
            least = 0,
            most = 100_000)
        Integer chargebackFee,
    @Setting(
            fr = "Jours d’une réservation",
            en = "Days money is held",
            helpFr = "Passé ce délai, l’argent réservé que personne n’a pris est libéré.",
            helpEn = "After that, held money that nobody took is let go.",
            least = 1,
            most = 90)
        Integer heldDays,
    @Setting(
            fr = "Clé des messages",
            en = "Key of messages",
            helpFr =
                "Seize caractères au moins. Vide : celle que la passerelle a tirée elle-même. Un"
                    + " message signé d’une autre clé n’est pas cru.",
            helpEn =
                "At least sixteen characters. Empty: the one the gateway made itself. A message"
                    + " signed with another key is not believed.")
        Secret messages) {

  private static final int SHORTEST_KEY = 16;

  /** What holds until the operator says otherwise. */
  static final Account USUAL = new Account(null, null, null, null, null);

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public Account {
    fee = fee == null ? Rate.percent("1.4") : fee;
    fixedFee = fixedFee == null ? Integer.valueOf(25) : fixedFee;
    chargebackFee = chargebackFee == null ? Integer.valueOf(1_500) : chargebackFee;
    heldDays = heldDays == null ? Integer.valueOf(7) : heldDays;
    List<String> faults = new ArrayList<>();
    if (fee.compareTo(Rate.ZERO) < 0 || fee.compareTo(Rate.ONE) > 0) {
      faults.add("fee is " + fee + ": it must be between 0 % and 100 %");
    }
    within("fixedFee", fixedFee, 0, 10_000, faults);
    within("chargebackFee", chargebackFee, 0, 100_000, faults);
    within("heldDays", heldDays, 1, 90, faults);
    if (messages != null && messages.value().length() < SHORTEST_KEY) {
      faults.add("messages is too short: it must have at least " + SHORTEST_KEY + " characters");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  private static void within(String name, int value, int least, int most, List<String> faults) {
    if (value < least || value > most) {
      faults.add(name + " is " + value + ": it must be between " + least + " and " + most);
    }
  }

  /** Never more than the charge. */
  Money feeOf(Money amount) {
    return amount.times(fee).plus(new Money(fixedFee, amount.currency())).min(amount);
  }

  Duration held() {
    return Duration.ofDays(heldDays);
  }

  Optional<byte[]> key() {
    return Optional.ofNullable(messages).map(key -> key.value().getBytes(StandardCharsets.UTF_8));
  }
}
