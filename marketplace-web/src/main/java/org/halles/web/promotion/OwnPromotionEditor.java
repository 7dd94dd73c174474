package org.halles.web.promotion;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.catalog.Listings;
import org.halles.marketplace.catalog.ShelfQuery;
import org.halles.marketplace.catalog.ShelfRow;
import org.halles.marketplace.catalog.VendorShelf;
import org.halles.marketplace.promotion.Campaigns;
import org.halles.marketplace.promotion.PromotionInput;
import org.halles.marketplace.promotion.PromotionView;
import org.halles.web.ui.Functions;
import org.halles.web.vendor.Desk;

/** A vendor writes a coupon or a campaign of its own. */
@Named
@ViewScoped
public class OwnPromotionEditor extends PromotionEditor {

  private static final long serialVersionUID = 1L;
  private static final int MOST_HITS = 12;

  @Inject private Campaigns campaigns;
  @Inject private Desk desk;
  @Inject private VendorShelf shelf;
  @Inject private Listings listings;

  /** Titles of listings that were shown, by id. */
  private final Map<String, String> titles = new LinkedHashMap<>();

  @Override
  protected PromotionView save(UUID id, int version, PromotionInput input) {
    return id == null
        ? campaigns.create(desk.scope(), input)
        : campaigns.change(desk.scope(), id, version, input);
  }

  @Override
  protected PromotionView read(UUID id) {
    return campaigns.get(desk.scope(), id);
  }

  @Override
  public String getList() {
    return desk.getPath() + "/promotions";
  }

  @Override
  public List<String> getAims() {
    return List.of("all", "category", "listing");
  }

  @Override
  public boolean isShared() {
    return false;
  }

  /** Ids of own listings that have these words. */
  public List<String> listingsLike(String typed) {
    ShelfQuery query = new ShelfQuery(null, typed, "title", false);
    List<ShelfRow> rows = shelf.rows(desk.scope(), query, 0, MOST_HITS);
    rows.forEach(row -> titles.put(row.listingId().toString(), Functions.text(row.title())));
    return rows.stream().map(row -> row.listingId().toString()).distinct().toList();
  }

  /** The title of a listing. */
  public String titleOf(String id) {
    return titles.computeIfAbsent(
        id,
        one ->
            listings
                .detail(UUID.fromString(one))
                .map(detail -> Functions.text(detail.title()))
                .orElse(one));
  }
}
