package org.halles.web.promotion;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.halles.marketplace.promotion.PromotionInput;
import org.halles.marketplace.promotion.PromotionView;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** A promotion while it is typed; amounts in euros, days from their first to their last moment. */
public class PromotionForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private UUID id;
  private int version;
  private String code;
  private String french;
  private String english;
  private String kind = "PERCENT";
  private BigDecimal worth;
  private BigDecimal minimum;
  private BigDecimal platformShare = HUNDRED;
  private String target = "all";
  private List<String> targets = new ArrayList<>();
  private boolean stackable;
  private Integer totalLimit;
  private Integer buyerLimit;
  private LocalDate from;
  private LocalDate to;

  static PromotionForm of(PromotionView view) {
    PromotionForm form = new PromotionForm();
    form.id = view.id();
    form.version = view.version();
    form.code = view.code();
    form.french = view.title().in("fr");
    form.english = view.title().in("en");
    form.kind = view.amount() == null ? "PERCENT" : "AMOUNT";
    form.worth =
        view.amount() == null
            ? BigDecimal.valueOf(view.basisPoints()).divide(HUNDRED, 2, RoundingMode.UNNECESSARY)
            : view.amount().toDecimal();
    form.minimum = view.minimum() == null ? null : view.minimum().toDecimal();
    form.platformShare =
        BigDecimal.valueOf(view.platformBasisPoints()).divide(HUNDRED, 2, RoundingMode.UNNECESSARY);
    form.target = view.target().name().toLowerCase(Locale.ROOT);
    form.targets = new ArrayList<>(view.targets());
    form.stackable = view.stackable();
    form.totalLimit = view.totalLimit();
    form.buyerLimit = view.buyerLimit();
    form.from = BusinessCalendar.dayOf(view.startsAt());
    form.to = view.endsAt() == null ? null : BusinessCalendar.dayOf(view.endsAt()).minusDays(1);
    return form;
  }

  /**
   * What was typed, for the use case to check.
   *
   * @param before what it was, or null: a beginning that stays the same day stays the same
   */
  PromotionInput input(PromotionView before) {
    boolean percent = kind.equals("PERCENT");
    return new PromotionInput(
        code,
        titles(),
        percent && worth != null ? Integer.valueOf(worth.multiply(HUNDRED).intValue()) : null,
        percent ? null : money(worth),
        money(minimum),
        platformShare == null ? null : platformShare.multiply(HUNDRED).intValue(),
        target,
        named(),
        stackable,
        totalLimit,
        buyerLimit,
        startOf(before),
        to == null ? null : at(to.plusDays(1)));
  }

  private List<String> named() {
    return targets == null ? List.of() : List.copyOf(targets);
  }

  /** What belongs to another choice is forgotten. */
  void aim() {
    targets = new ArrayList<>();
  }

  private Texts titles() {
    boolean one = english == null || english.isBlank();
    return french == null ? Texts.NONE : Texts.of(french, one ? french : english);
  }

  private Instant startOf(PromotionView before) {
    if (from == null) {
      return before == null ? null : before.startsAt();
    }
    if (before != null && BusinessCalendar.dayOf(before.startsAt()).equals(from)) {
      return before.startsAt();
    }
    return from.equals(BusinessCalendar.dayOf(Instant.now())) ? null : at(from);
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(BusinessCalendar.zone()).toInstant();
  }

  private static Money money(BigDecimal amount) {
    return amount == null
        ? null
        : Money.parse(
            amount.setScale(EUR.fractionDigits(), RoundingMode.HALF_UP).toPlainString(), EUR);
  }

  /** True if it exists already. */
  public boolean isKnown() {
    return id != null;
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getFrench() {
    return french;
  }

  public void setFrench(String french) {
    this.french = french;
  }

  public String getEnglish() {
    return english;
  }

  public void setEnglish(String english) {
    this.english = english;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public BigDecimal getWorth() {
    return worth;
  }

  public void setWorth(BigDecimal worth) {
    this.worth = worth;
  }

  public BigDecimal getMinimum() {
    return minimum;
  }

  public void setMinimum(BigDecimal minimum) {
    this.minimum = minimum;
  }

  public BigDecimal getPlatformShare() {
    return platformShare;
  }

  public void setPlatformShare(BigDecimal platformShare) {
    this.platformShare = platformShare;
  }

  public String getTarget() {
    return target;
  }

  public void setTarget(String target) {
    this.target = target;
  }

  public List<String> getTargets() {
    return targets;
  }

  public void setTargets(List<String> targets) {
    this.targets = targets;
  }

  public boolean isStackable() {
    return stackable;
  }

  public void setStackable(boolean stackable) {
    this.stackable = stackable;
  }

  public Integer getTotalLimit() {
    return totalLimit;
  }

  public void setTotalLimit(Integer totalLimit) {
    this.totalLimit = totalLimit;
  }

  public Integer getBuyerLimit() {
    return buyerLimit;
  }

  public void setBuyerLimit(Integer buyerLimit) {
    this.buyerLimit = buyerLimit;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }
}
