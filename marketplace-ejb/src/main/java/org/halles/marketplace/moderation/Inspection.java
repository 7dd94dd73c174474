package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.plugin.CheckAnswer;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;
import org.jboss.logging.Logger;

/**
 * The checks look at a case: facts are read, plugins asked outside any transaction, answers kept.
 */
@ApplicationScoped
class Inspection {

  private static final Logger LOG = Logger.getLogger(Inspection.class);

  private FactsReader facts;
  private Plugins plugins;
  private ModerationSettings settings;
  private InspectionBook book;

  protected Inspection() {}

  @Inject
  Inspection(FactsReader facts, Plugins plugins, ModerationSettings settings, InspectionBook book) {
    this.facts = facts;
    this.plugins = plugins;
    this.settings = settings;
    this.book = book;
  }

  /** Looks at the case that waits longest for it; true if there was one. */
  boolean next() {
    Optional<InspectionBook.Due> due = book.next();
    due.ifPresent(one -> book.write(one, findings(one)));
    return due.isPresent();
  }

  /** A case that cannot be looked at is not without findings: a person sees why. */
  private List<FindingView> findings(InspectionBook.Due due) {
    try {
      ListingFacts listing = facts.read(due.listingId());
      return told(plugins.inspect(listing));
    } catch (RuntimeException broken) {
      LOG.warnf(broken, "the checks could not look at listing %s", due.listingId());
      return List.of(failed("inspection", broken.getClass().getSimpleName()));
    }
  }

  private static List<FindingView> told(List<CheckAnswer> answers) {
    List<FindingView> told = new ArrayList<>();
    for (CheckAnswer check : answers) {
      if (check.answer().failed()) {
        told.add(failed(check.checkId(), check.answer().fault()));
      } else {
        check.answer().value().forEach(finding -> told.add(view(check.checkId(), finding)));
      }
    }
    return told;
  }

  private static FindingView view(String check, ListingCheck.Finding finding) {
    return new FindingView(
        check, finding.severity().name(), finding.field(), new Texts(finding.message()));
  }

  private static FindingView failed(String check, String fault) {
    return new FindingView(
        check,
        "FAILED",
        "",
        new Texts(
            Map.of(
                "fr", "contrôle non effectué : " + fault,
                "en", "this check was not done: " + fault)));
  }
}
