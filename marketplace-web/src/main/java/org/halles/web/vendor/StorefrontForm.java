package org.halles.web.vendor;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Closure;
import org.halles.marketplace.vendor.Policies;
import org.halles.marketplace.vendor.StorefrontInput;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.marketplace.vendor.Trader;

/** A storefront while it is being typed: texts by language, policies by subject and language. */
public class StorefrontForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, String> words = new LinkedHashMap<>();
  private final Map<String, String> tagline;
  private final Map<String, String> story;
  private final Map<String, String> closedNote;
  private final Map<String, Map<String, String>> policies = new LinkedHashMap<>();
  private final Map<String, String> trader = new LinkedHashMap<>();
  private LocalDate closedFrom;
  private LocalDate closedTo;

  StorefrontForm(StorefrontView view) {
    words.put("name", view.name());
    words.put("slug", view.slug());
    words.put("accent", view.accent());
    words.put("ground", view.ground());
    words.put("theme", view.theme());
    words.put("logo", view.logoMedia());
    words.put("banner", view.bannerMedia());
    tagline = typed(view.tagline());
    story = typed(view.story());
    for (String subject : Policies.SUBJECTS) {
      policies.put(subject, typed(view.policies().getOrDefault(subject, Texts.NONE)));
    }
    fill(view.trader());
    Closure closure = view.closure();
    closedNote = typed(closure == null ? Texts.NONE : closure.note());
    closedFrom = closure == null ? null : closure.from();
    closedTo = closure == null ? null : closure.to();
  }

  private void fill(Trader who) {
    trader.put("legalName", who.legalName());
    trader.put("address", who.address());
    trader.put("registration", who.registration());
    trader.put("vatNumber", who.vatNumber());
    trader.put("email", who.email());
    trader.put("phone", who.phone());
  }

  /** What was typed, for the use case to check. */
  StorefrontInput input() {
    Map<String, Texts> rules = new LinkedHashMap<>();
    policies.forEach((subject, texts) -> rules.put(subject, texts(texts)));
    rules.values().removeIf(Texts::isEmpty);
    return new StorefrontInput(
        words.get("name"),
        words.get("slug"),
        texts(tagline),
        texts(story),
        rules,
        trader(),
        words.get("accent"),
        words.get("ground"),
        words.get("theme"),
        words.get("logo"),
        words.get("banner"),
        closure());
  }

  private Trader trader() {
    return new Trader(
        trader.get("legalName"),
        trader.get("address"),
        trader.get("registration"),
        trader.get("vatNumber"),
        trader.get("email"),
        trader.get("phone"));
  }

  private Closure closure() {
    boolean nothing = closedFrom == null && closedTo == null;
    return nothing ? null : new Closure(closedFrom, closedTo, texts(closedNote));
  }

  private static Map<String, String> typed(Texts texts) {
    return new LinkedHashMap<>(texts.byLanguage());
  }

  private static Texts texts(Map<String, String> typed) {
    Map<String, String> filled = new LinkedHashMap<>(typed);
    filled.values().removeIf(text -> text == null || text.isBlank());
    return new Texts(filled);
  }

  /** One-line fields by name. */
  public Map<String, String> getWords() {
    return words;
  }

  public Map<String, String> getTagline() {
    return tagline;
  }

  public Map<String, String> getStory() {
    return story;
  }

  public Map<String, String> getClosedNote() {
    return closedNote;
  }

  public Map<String, Map<String, String>> getPolicies() {
    return policies;
  }

  public Map<String, String> getTrader() {
    return trader;
  }

  public LocalDate getClosedFrom() {
    return closedFrom;
  }

  public void setClosedFrom(LocalDate closedFrom) {
    this.closedFrom = closedFrom;
  }

  public LocalDate getClosedTo() {
    return closedTo;
  }

  public void setClosedTo(LocalDate closedTo) {
    this.closedTo = closedTo;
  }
}
