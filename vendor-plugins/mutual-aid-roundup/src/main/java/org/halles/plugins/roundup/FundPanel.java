package org.halles.plugins.roundup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halles.spi.Configurable;
import org.halles.spi.Page;
import org.halles.spi.PagePanel;
import org.halles.spi.Panel;

/**
 * Tells buyers, with their listing and their order, for whom they may round up, and reminds the
 * operator of what is set. Until the operator has said for which fund, nothing is shown.
 */
@ApplicationScoped
public class FundPanel implements PagePanel, Configurable<Fund> {

  private final Fund fund;

  /** As the server makes it: nothing is shown. */
  public FundPanel() {
    this(null);
  }

  private FundPanel(Fund fund) {
    this.fund = fund;
  }

  @Override
  public String id() {
    return "mutual-aid-fund";
  }

  @Override
  public Class<Fund> configurationType() {
    return Fund.class;
  }

  @Override
  public FundPanel with(Fund configuration) {
    return new FundPanel(configuration);
  }

  @Override
  public Set<Page.Place> places() {
    return EnumSet.of(
        Page.Place.LISTING,
        Page.Place.ORDER,
        Page.Place.VENDOR_ORDER,
        Page.Place.OPERATOR_DASHBOARD);
  }

  @Override
  public Optional<Panel> show(Page page) {
    if (fund == null) {
      return Optional.empty();
    }
    return page instanceof Page.OperatorDashboard ? Optional.of(setUp()) : Optional.of(why(page));
  }

  private Panel why(Page page) {
    Map<String, String> how = how(page);
    return Panel.of(
        Panel.words("Arrondi solidaire", "Mutual-aid round-up"),
        new Panel.Paragraph(Panel.words(fund.purposeFr(), fund.purposeEn())),
        new Panel.Paragraph(how));
  }

  private Map<String, String> how(Page page) {
    if (page instanceof Page.VendorOrder) {
      return Panel.words(
          "Ce que vos acheteurs arrondissent va à "
              + fund.name()
              + " et ne change rien à ce que vous gagnez.",
          "What your buyers round up goes to " + fund.name() + " and changes nothing you earn.");
    }
    return page instanceof Page.Order
        ? Panel.words(
            "Qui arrondit son panier donne à " + fund.name() + ".",
            "Whoever rounds a cart up gives to " + fund.name() + ".")
        : Panel.words(
            "Dans le panier, vous pouvez arrondir pour " + fund.name() + ".",
            "In the cart you may round up for " + fund.name() + ".");
  }

  private Panel setUp() {
    return Panel.of(
        Panel.words("Arrondi solidaire", "Mutual-aid round-up"),
        new Panel.Rows(
            List.of(
                row("Fonds", "Fund", new Panel.Text(Panel.words(fund.name(), fund.name()))),
                row("Nom comptable", "Name in the book", name()),
                row("Multiple", "Multiple", new Panel.Amount(fund.step())))),
        new Panel.Links(
            List.of(new Panel.Link(Panel.words("Voir les dons", "See gifts"), "/operator/funds"))));
  }

  private Panel.Value name() {
    return new Panel.Text(Panel.words(fund.party(), fund.party()));
  }

  private static Panel.Row row(String french, String english, Panel.Value value) {
    return new Panel.Row(Panel.words(french, english), value);
  }
}
