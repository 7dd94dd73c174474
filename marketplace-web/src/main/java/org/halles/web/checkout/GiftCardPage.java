package org.halles.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.checkout.GiftCheckout;
import org.halles.marketplace.checkout.GiftCheckoutRequest;
import org.halles.marketplace.checkout.PaymentDeclined;
import org.halles.marketplace.credit.GiftCardPolicy;
import org.halles.marketplace.credit.GiftCardTerms;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.order.CartAlreadyOrdered;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/** Buys a gift card, on one page; whatever cannot go on comes back with everything typed. */
@Named
@RequestScoped
public class GiftCardPage {

  private GiftCardPolicy policy;
  private GiftCheckout checkout;
  private Till till;
  private HttpServletRequest request;
  private CurrentCaller caller;
  private Language language;
  private Words words;
  private GiftCardForm form;
  private List<Means> means;
  private Map<String, String> errors = Map.of();
  private String trouble;

  protected GiftCardPage() {}

  @Inject
  GiftCardPage(
      GiftCardPolicy policy,
      GiftCheckout checkout,
      Till till,
      HttpServletRequest request,
      CurrentCaller caller,
      Language language,
      Words words) {
    this.policy = policy;
    this.checkout = checkout;
    this.till = till;
    this.request = request;
    this.caller = caller;
    this.language = language;
    this.words = words;
  }

  /** Shows the page, or pays. */
  public void open() throws IOException {
    boolean paying = request.getMethod().equals("POST");
    form =
        paying
            ? GiftCardForm.of(request)
            : GiftCardForm.of(caller.get().account().map(id -> caller.get().label()).orElse(""));
    if (paying && isOffered()) {
      pay();
    }
  }

  private void pay() throws IOException {
    try {
      lead(
          till.next(
              checkout.pay(
                  new GiftCheckoutRequest(
                      form.purchase(getBounds(), language.getTag()),
                      form.gateway(),
                      form.token(),
                      Map.of(),
                      language.getPath() + "/orders/{number}?accessKey={accessKey}",
                      Optional.empty()))));
    } catch (InvalidInput invalid) {
      errors = new HashMap<>(FieldErrors.of(invalid, words));
      errors.computeIfPresent("deliverOn", (field, said) -> words.get("gift.day-wrong"));
      errors.computeIfPresent("amount", (field, said) -> words.get("gift.amount-wrong"));
      trouble = words.of("checkout.check-fields.text", errors.size());
    } catch (CartAlreadyOrdered twice) {
      // the first click paid, or is still at work: its order is what the buyer is looking for
      lead(form.id().flatMap(till::orderOf).orElse(language.getPath() + "/gift-cards"));
    } catch (PaymentDeclined declined) {
      trouble = words.get("gift.declined");
    } catch (Refusal refusal) {
      trouble = Refusals.told(refusal, words, language.getLocale());
    }
  }

  private static void lead(String path) throws IOException {
    FacesContext.getCurrentInstance().getExternalContext().redirect(path);
  }

  /** True if the operator sells gift cards. */
  public boolean isOffered() {
    return policy.offer().offered();
  }

  /** So many months a card is good. */
  public int getMonths() {
    return policy.offer().months();
  }

  /** What a card may be worth, by currency. */
  public List<GiftCardTerms.Bounds> getBounds() {
    return policy.offer().bounds();
  }

  /** What was typed, by field. */
  public Map<String, String> getTyped() {
    return form.getTyped();
  }

  /** What is wrong, by field. */
  public Map<String, String> getErrors() {
    return errors;
  }

  public String getTrouble() {
    return trouble;
  }

  /** This page buys once, however often its button is pressed; a former attempt may be repeated. */
  public String getId() {
    return form.id().orElseGet(UUID::randomUUID).toString();
  }

  /** The ways to pay. */
  public List<Means> getMeans() {
    if (means == null) {
      GiftCardTerms.Bounds first = getBounds().get(0);
      means =
          checkout.gateways(first.least(), null).stream()
              .flatMap(
                  gateway ->
                      gateway.equals("sandbox") ? Means.sandbox(words) : till.meansOf(gateway))
              .toList();
    }
    return means;
  }

  /** True if nothing is really charged. */
  public boolean isSandbox() {
    return getMeans().stream().anyMatch(one -> one.gateway().equals("sandbox"));
  }

  /** The way to pay that is chosen; at first the first. */
  public String getChosen() {
    String typed = form.getTyped().get("token");
    return typed != null || getMeans().isEmpty() ? typed : getMeans().get(0).getValue();
  }
}
