package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.halles.marketplace.catalog.OfferRanking;
import org.halles.marketplace.catalog.OfferWeights;
import org.halles.web.ui.Say;

/** What the offers of one product are placed by, as it is typed. */
@Named
@RequestScoped
public class OfferRankingForm {

  @Inject private OfferRanking ranking;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private boolean read;
  private Integer price;
  private Integer delivery;
  private Integer stock;
  private Integer rating;

  public void save() {
    OfferWeights typed = new OfferWeights(price, delivery, stock, rating);
    if (say.trying(faults, () -> ranking.change(typed))) {
      say.done("ranking.saved");
    }
  }

  private void show() {
    if (!read) {
      read = true;
      OfferWeights weights = ranking.get();
      price = weights.price();
      delivery = weights.delivery();
      stock = weights.stock();
      rating = weights.rating();
    }
  }

  /** What is wrong, by weight. */
  public Map<String, String> getFaults() {
    return faults;
  }

  public Integer getPrice() {
    show();
    return price;
  }

  public void setPrice(Integer price) {
    show();
    this.price = price;
  }

  public Integer getDelivery() {
    show();
    return delivery;
  }

  public void setDelivery(Integer delivery) {
    show();
    this.delivery = delivery;
  }

  public Integer getStock() {
    show();
    return stock;
  }

  public void setStock(Integer stock) {
    show();
    this.stock = stock;
  }

  public Integer getRating() {
    show();
    return rating;
  }

  public void setRating(Integer rating) {
    show();
    this.rating = rating;
  }
}
