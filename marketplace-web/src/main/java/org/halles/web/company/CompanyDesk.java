package org.halles.web.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.catalog.CompanySelling;
import org.halles.marketplace.catalog.CompanyTerms;
import org.halles.marketplace.catalog.CompanyTermsInput;
import org.halles.marketplace.catalog.PriceBreakInput;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;
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
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private Page<CompanyTerms> page;
  private CompanyTerms chosen;
  private BigDecimal price;
  private String steps;
  private Boolean only;
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

  /** Prices the chosen offer and says whom its listing is for, all or nothing of the price. */
  public void save() {
    CompanyTerms terms = getChosen();
    if (say.trying(faults, () -> selling.price(desk.scope(), id(), asked(terms)))) {
      if (only != terms.companiesOnly()) {
        selling.reserve(desk.scope(), terms.listingId(), only);
      }
      say.done("company.terms-saved");
      chosen = null;
      page = null;
    }
  }

  private CompanyTermsInput asked(CompanyTerms terms) {
    return new CompanyTermsInput(input(terms), breaks(terms), least, packSize);
  }

  private PriceInput input(CompanyTerms terms) {
    return price == null ? null : of(price, terms);
  }

  private static PriceInput of(BigDecimal amount, CompanyTerms terms) {
    Money money = Money.parse(amount.toPlainString(), terms.publicPrice().currency());
    return new PriceInput(money.minor(), money.currency().value());
  }

  /** One step a line: {@code 10 = 4,50}. */
  private List<PriceBreakInput> breaks(CompanyTerms terms) {
    List<PriceBreakInput> read = new ArrayList<>();
    if (steps == null) {
      return read;
    }
    for (String line : steps.strip().lines().filter(one -> !one.isBlank()).toList()) {
      String[] parts = line.replaceAll("[\\s\u00a0\u202f]", "").replace(',', '.').split("=");
      try {
        read.add(
            new PriceBreakInput(Integer.valueOf(parts[0]), of(new BigDecimal(parts[1]), terms)));
      } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException none) {
        throw new InvalidInput(
            new Violation("priceBreaks", "must be lines such as 10 = 4.50", line));
      }
    }
    return read;
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

  public BigDecimal getPrice() {
    CompanyTerms terms = getChosen();
    return price == null && terms != null && terms.price() != null
        ? terms.price().toDecimal()
        : price;
  }

  public void setPrice(BigDecimal price) {
    this.price = price;
  }

  public String getSteps() {
    return steps == null && getChosen() != null
        ? getChosen().breaks().stream()
            .map(one -> one.from() + " = " + one.price().toDecimal().toPlainString())
            .collect(Collectors.joining("\n"))
        : steps;
  }

  public void setSteps(String steps) {
    this.steps = steps;
  }

  public Integer getLeast() {
    return least == null && getChosen() != null ? said(getChosen().packs().least()) : least;
  }

  public void setLeast(Integer least) {
    this.least = least;
  }

  public Integer getPackSize() {
    return packSize == null && getChosen() != null ? said(getChosen().packs().size()) : packSize;
  }

  public void setPackSize(Integer packSize) {
    this.packSize = packSize;
  }

  private static Integer said(int number) {
    return number == 1 ? null : number;
  }

  public boolean isOnly() {
    return only == null ? getChosen() != null && getChosen().companiesOnly() : only;
  }

  public void setOnly(boolean only) {
    this.only = only;
  }
}
