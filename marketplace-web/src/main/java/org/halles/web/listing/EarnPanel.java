package org.halles.web.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Optional;
import org.halles.marketplace.catalog.DraftContent;
import org.halles.marketplace.pricing.CommissionPreview;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.web.vendor.Desk;

/** What would I earn: of the first variant that has a price, while it is being typed. */
@Named
@RequestScoped
public class EarnPanel {

  @Inject private Desk desk;
  @Inject private ListingEditor editor;
  @Inject private CommissionPreview preview;

  private Integer quantity = 1;
  private String country;
  private Optional<CommissionPreview.Earnings> earnings;

  /** The split of such a sale; nothing while price or category are missing. */
  public CommissionPreview.Earnings getEarnings() {
    if (FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
      return null; // while a form is read, what it will say is not known yet
    }
    if (earnings == null) {
      earnings = calculate();
    }
    return earnings.orElse(null);
  }

  private Optional<CommissionPreview.Earnings> calculate() {
    DraftContent draft = editor.getDraft().content();
    int units = quantity == null ? 1 : Math.max(1, Math.min(quantity, 9_999));
    Optional<Money> price =
        draft.variants().stream().flatMap(one -> price(one, units, draft).stream()).findFirst();
    if (price.isEmpty() || draft.categoryId() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          preview.preview(
              desk.scope(),
              new CommissionPreview.Request(
                  null, price.get(), draft.categoryId(), units, country)));
    } catch (Refusal notNow) {
      return Optional.empty();
    }
  }

  /** Of a unit at this quantity, as far as the steps can be read. */
  private static Optional<Money> price(
      DraftContent.Variant variant, int units, DraftContent draft) {
    Optional<Money> reached = amount(variant.price(), draft);
    for (DraftContent.Break step : variant.priceBreaks()) {
      boolean counts = step.from() != null && step.from().strip().matches("\\d{1,4}");
      if (reached.isPresent() && counts && Integer.parseInt(step.from().strip()) <= units) {
        reached = amount(step.price(), draft).or(() -> amount(variant.price(), draft));
      }
    }
    return reached;
  }

  private static Optional<Money> amount(String typed, DraftContent draft) {
    String figure = typed == null ? "" : typed.replaceAll("[\\s€]", "");
    if (!figure.matches("\\d{1,9}([.,]\\d{1,2})?")) {
      return Optional.empty();
    }
    CurrencyCode currency = CurrencyCode.of(draft.currency());
    BigDecimal amount = new BigDecimal(figure.replace(',', '.'));
    if (amount.signum() == 0 || amount.stripTrailingZeros().scale() > currency.fractionDigits()) {
      return Optional.empty();
    }
    return Optional.of(
        Money.of(amount.movePointRight(currency.fractionDigits()).longValueExact(), currency));
  }

  public Integer getQuantity() {
    return quantity;
  }

  public void setQuantity(Integer quantity) {
    this.quantity = quantity;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }
}
