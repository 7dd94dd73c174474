package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.search.Crates;
import org.halles.marketplace.search.ListingQuery;
import org.halles.marketplace.search.Search;
import org.halles.marketplace.search.Stalls;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Language;

/** The first page: what the market is, its stalls, what is new, its categories. */
@Named
@RequestScoped
public class HomePage {

  private static final int STALLS = 6;
  private static final int GOODS = 10;

  private Stalls stalls;
  private Crates crates;
  private Search search;
  private Goods goods;
  private Language language;
  private List<StallCard> stallCards;
  private List<Good> arrivals;
  private List<CrateCard> crateCards;

  protected HomePage() {}

  @Inject
  HomePage(Stalls stalls, Crates crates, Search search, Goods goods, Language language) {
    this.stalls = stalls;
    this.crates = crates;
    this.search = search;
    this.goods = goods;
    this.language = language;
  }

  /** Reads everything the page shows: three statements. */
  public void open() {
    PublicPage.keepForAMoment();
    String spoken = language.getTag();
    stallCards = stalls.newest(STALLS).stream().map(stall -> StallCard.of(stall, spoken)).toList();
    arrivals = goods.of(search.find(ListingQuery.ALL, new Paging(GOODS, null)).page().items());
    crateCards = crates.below(null).stream().map(crate -> CrateCard.of(crate, spoken)).toList();
  }

  public List<StallCard> getStalls() {
    return stallCards;
  }

  public List<Good> getArrivals() {
    return arrivals;
  }

  public List<CrateCard> getCrates() {
    return crateCards;
  }
}
