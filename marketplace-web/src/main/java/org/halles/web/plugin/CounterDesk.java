package org.halles.web.plugin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.halles.marketplace.commission.CommissionRules;
import org.halles.marketplace.commission.Proposals;
import org.halles.marketplace.commission.RuleVersion;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;
import org.omnifaces.util.Faces;

/** The operator answers a vendor's proposal with another one. */
@Named
@ViewScoped
public class CounterDesk implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Proposals proposals;
  @Inject private CommissionRules rules;
  @Inject private Language language;
  @Inject private Say say;

  private OfferForm form;
  private final Map<String, String> faults = new HashMap<>();

  /** The form begins with what the vendor proposed. */
  public void open(RuleVersion proposal) {
    faults.clear();
    form =
        rules.kinds().stream()
            .filter(kind -> kind.kind().equals(proposal.kind()))
            .findFirst()
            .map(kind -> new OfferForm(proposal, kind, language.getLocale()))
            .orElse(null);
  }

  public void send() {
    RuleVersion proposal = form.getAnswered();
    boolean done =
        say.trying(
            faults, () -> proposals.counter(proposal.id(), proposal.contentHash(), form.terms()));
    if (done) {
      say.done("offer.sent");
      Faces.getFlash().setKeepMessages(true);
      Faces.redirect("/operator/commission-rules");
    }
  }

  public OfferForm getForm() {
    return form;
  }

  public Map<String, String> getFaults() {
    return faults;
  }
}
