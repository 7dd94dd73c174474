package org.halles.web.plugin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.commission.Negotiation;
import org.halles.marketplace.commission.RuleKind;
import org.halles.marketplace.commission.RuleVersion;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Words;
import org.halles.web.vendor.Desk;
import org.omnifaces.util.Faces;

/** A vendor proposes commission terms, reads what the operator offers, accepts or answers. */
@Named
@ViewScoped
public class NegotiationDesk implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Negotiation negotiation;
  @Inject private Desk desk;
  @Inject private Words words;
  @Inject private Language language;
  @Inject private Say say;

  private String cursor;
  private List<RuleKind> kinds;
  private OfferForm form;
  private final Map<String, String> faults = new HashMap<>();
  private transient Page<RuleVersion> page;

  @PostConstruct
  void open() {
    cursor = Faces.getRequestParameter("cursor");
    kinds = negotiation.kinds(scope());
    startAnew();
  }

  private VendorScope scope() {
    return desk.scope();
  }

  /** A first offer, of the simplest kind. */
  public void startAnew() {
    faults.clear();
    form = new OfferForm(kind("standard.percentage"));
  }

  private RuleKind kind(String wanted) {
    return kinds.stream()
        .filter(one -> one.kind().equals(wanted))
        .findFirst()
        .orElseGet(() -> kinds.get(0));
  }

  public void kindChosen() {
    faults.clear();
    form.ask(kind(form.getKind()));
  }

  /** The form begins with what the other side offered. */
  public void reply(RuleVersion offer) {
    faults.clear();
    form = new OfferForm(offer, kind(offer.kind()), language.getLocale());
  }

  public void send() {
    RuleVersion answered = form.getAnswered();
    boolean done =
        say.trying(
            faults,
            () -> {
              if (answered == null) {
                negotiation.propose(scope(), form.terms());
              } else {
                negotiation.answer(scope(), answered.id(), answered.contentHash(), form.terms());
              }
            });
    if (done) {
      say.done("offer.sent");
      again();
    }
  }

  public void accept(RuleVersion offer) {
    if (say.trying(() -> negotiation.accept(scope(), offer.id(), offer.contentHash()))) {
      say.done("offer.agreed", offer.name());
    }
    again();
  }

  public void withdraw(RuleVersion offer) {
    if (say.trying(() -> negotiation.withdraw(scope(), offer.id()))) {
      say.done("offer.ended", offer.name());
    }
    again();
  }

  private void again() {
    page = null;
    startAnew();
  }

  private Page<RuleVersion> page() {
    if (page == null) {
      page = negotiation.list(scope(), Paging.of(null, cursor));
    }
    return page;
  }

  public List<RuleVersion> getOffers() {
    return page().items();
  }

  public String getNext() {
    String next = page().next();
    return next == null ? null : Query.of(path()).with("cursor", next).toString();
  }

  public String getFirst() {
    return cursor == null ? null : path();
  }

  private String path() {
    return desk.getPath() + "/commission";
  }

  /** What an offer says, line by line. */
  public List<String> terms(RuleVersion offer) {
    return offer == null
        ? List.of()
        : new Terms(words, language.getLocale(), kind(offer.kind()).fields())
            .of(offer.configuration());
  }

  /** True if the person may sign for the vendor. */
  public boolean isSigning() {
    return scope().may(Permission.MONEY_WRITE);
  }

  public List<RuleKind> getKinds() {
    return kinds;
  }

  public OfferForm getForm() {
    return form;
  }

  public Map<String, String> getFaults() {
    return faults;
  }
}
