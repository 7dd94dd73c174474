package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.shipping.ShippingInput;
import org.halles.marketplace.shipping.ShippingSettings;
import org.halles.spi.ShippingMethod;
import org.halles.web.ui.Say;

/** How the vendor ships: a short list that is saved as a whole. */
@Named
@RequestScoped
public class ShippingDesk {

  /** What a price can be multiplied by. */
  private static final List<String> MODES = List.of("flat", "per-item", "by-weight", "offer-fee");

  @Inject private Desk desk;
  @Inject private ShippingSettings settings;
  @Inject private Say say;

  private List<ShippingMethod> methods;
  private ShippingForm form;

  public List<ShippingMethod> getMethods() {
    if (methods == null) {
      methods = settings.methods(desk.scope());
    }
    return methods;
  }

  public List<String> getModes() {
    return MODES;
  }

  /** What is being typed for a new method. */
  public ShippingForm getForm() {
    if (form == null) {
      form = new ShippingForm();
    }
    return form;
  }

  /** Adds what was typed at the end of the list. */
  public void add() {
    List<ShippingInput.Method> wanted = kept(null);
    wanted.add(getForm().method());
    if (save(wanted)) {
      say.done("vendor.shipping.added", getForm().getLabel());
      form = null;
    }
  }

  public void remove(ShippingMethod method) {
    if (save(kept(method.id()))) {
      say.done("vendor.shipping.removed", method.label());
    }
  }

  private boolean save(List<ShippingInput.Method> wanted) {
    boolean saved = say.trying(() -> settings.replace(desk.scope(), new ShippingInput(wanted)));
    methods = null;
    return saved;
  }

  private List<ShippingInput.Method> kept(String without) {
    List<ShippingInput.Method> kept = new ArrayList<>();
    for (ShippingMethod method : getMethods()) {
      if (!method.id().equals(without)) {
        kept.add(
            new ShippingInput.Method(
                method.label(),
                method.mode(),
                method.price(),
                method.freeFrom(),
                method.minDays(),
                method.maxDays(),
                method.countries()));
      }
    }
    return kept;
  }
}
