package org.halles.web.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.catalog.CompanySelling;
import org.halles.marketplace.catalog.CompanyTerms;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.vendor.Desk;
import org.omnifaces.cdi.Param;

/** Where a vendor says what companies pay, and what is for companies only. */
@Named
@RequestScoped
public class CompanyDesk {

  @Inject @Param private String cursor;
  @Inject @Param private String offer;
  @Inject private Desk desk;
  @Inject private CompanySelling selling;
  @Inject private Language language;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private Page<CompanyTerms> page;
  private CompanyTerms chosen;
  private BigDecimal price;
  private String steps;
  private boolean only;
  private boolean typed;
  private Integer least;
  private Integer packSize;

  public List<CompanyTerms> getItems() {
    return page().items();
  }

  /** The offer that is being priced, or null. */
  public CompanyTerms getChosen() {
    if (chosen == null && offer != null) {
      chosen = selling.get(desk.scope(), id());
    }
    return chosen;
  }

  private UUID id() {
    try {
      return UUID.fromString(offer);
    } catch (IllegalArgumentException none) {
      throw new NotFound("offer", offer);
    }
  }

  /** Prices the chosen offer and says whom its listing is for, both or nothing. */
  public void save() {
    CurrencyCode currency = getChosen().publicPrice().currency();
    if (say.trying(
        faults,
        () ->
            selling.sell(
                desk.scope(),
                id(),
                TypedTerms.read(price, steps, least, packSize, currency),
                only))) {
      say.done("company.terms-saved");
      typed = false;
      chosen = null;
      page = null;
    }
  }

  /** What is wrong with the price, whichever it is. */
  public String getPriceFault() {
    return faultOf("price", "price.minor", "price.currency");
  }

  private String faultOf(String... fields) {
    return Stream.of(fields).map(faults::get).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** What is wrong with the steps, whichever it is. */
  public String getStepFault() {
    return faults.entrySet().stream()
        .filter(one -> one.getKey().startsWith("priceBreaks"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public String hrefOf(CompanyTerms terms) {
    return Query.of(path()).with("cursor", cursor).with("offer", terms.offerId()).toString();
  }

  public String getNext() {
    return page().next() == null ? null : Query.of(path()).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : path();
  }

  private String path() {
    return desk.getPath() + "/company-prices";
  }

  private Page<CompanyTerms> page() {
    if (page == null) {
      page = selling.list(desk.scope(), Paging.of(null, cursor));
    }
    return page;
  }

  /** As it was typed, also nothing; before that as it stands. */
  public BigDecimal getPrice() {
    Money stands = typed || getChosen() == null ? null : getChosen().price();
    return stands == null ? price : stands.toDecimal();
  }

  public void setPrice(BigDecimal price) {
    this.typed = true;
    this.price = price;
  }

  public String getSteps() {
    return typed || getChosen() == null
        ? steps
        : getChosen().breaks().stream()
            .map(
                one ->
                    one.from()
                        + " = "
                        + Amounts.plain(one.price().toDecimal(), language.getLocale()))
            .collect(Collectors.joining("\n"));
  }

  public void setSteps(String steps) {
    this.typed = true;
    this.steps = steps;
  }

  public Integer getLeast() {
    return typed || getChosen() == null ? least : said(getChosen().packs().least());
  }

  public void setLeast(Integer least) {
    this.typed = true;
    this.least = least;
  }

  public Integer getPackSize() {
    return typed || getChosen() == null ? packSize : said(getChosen().packs().size());
  }

  public void setPackSize(Integer packSize) {
    this.typed = true;
    this.packSize = packSize;
  }

  private static Integer said(int number) {
    return number == 1 ? null : number;
  }

  public boolean isOnly() {
    return typed || getChosen() == null ? only : getChosen().companiesOnly();
  }

  public void setOnly(boolean only) {
    this.typed = true;
    this.only = only;
  }
}
