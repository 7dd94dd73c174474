package org.halles.plugins.roundup;

import java.util.ArrayList;
import java.util.List;
import org.halles.spi.Money;
import org.halles.spi.Setting;

/**
 * For whom buyers round up.
 *
 * @param party the name under which the book keeps what is owed to it
 * @param name what buyers know it by
 * @param purposeFr what it is for, in French
 * @param purposeEn what it is for, in English
 * @param step the total is rounded up to a multiple of this
 */
public record Fund(
    @Setting(
            fr = "Nom comptable",
            en = "Name in the book",
            helpFr = "Lettres minuscules, chiffres et tirets, par exemple entraide-paris.",
            helpEn = "Lower-case letters, digits and hyphens, such as entraide-paris.",
            required = true,
            longest = 60,
            pattern = "[a-z0-9][a-z0-9-]*")
        String party,
    @Setting(
            fr = "Association ou fonds",
            en = "Association or fund",
            helpFr = "Le nom que les acheteurs connaissent.",
            helpEn = "The name buyers know.",
            required = true,
            longest = 60)
        String name,
    @Setting(
            fr = "Objet, en français",
            en = "Purpose, in French",
            helpFr = "L’acheteur le lit près du don.",
            helpEn = "Buyers read it beside the gift.",
            required = true,
            longest = 200)
        String purposeFr,
    @Setting(
            fr = "Objet, en anglais",
            en = "Purpose, in English",
            helpFr = "L’acheteur le lit près du don.",
            helpEn = "Buyers read it beside the gift.",
            required = true,
            longest = 200)
        String purposeEn,
    @Setting(
            fr = "Arrondir au multiple de",
            en = "Round up to a multiple of",
            helpFr = "1 € : un panier de 31,60 € propose 0,40 €.",
            helpEn = "€1: a cart of €31.60 offers €0.40.",
            required = true)
        Money step) {

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public Fund {
    List<String> faults = new ArrayList<>();
    missing(faults, "party", party);
    missing(faults, "name", name);
    missing(faults, "purposeFr", purposeFr);
    missing(faults, "purposeEn", purposeEn);
    if (step == null || !step.isPositive()) {
      faults.add("step is " + step + ": give an amount above zero");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  private static void missing(List<String> faults, String field, String value) {
    if (value == null || value.isBlank()) {
      faults.add(field + " is missing: type it");
    }
  }
}
