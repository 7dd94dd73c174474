package org.halles.launcher.replay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.launcher.Refusal;
import org.halles.launcher.books.BooksCheck;
import org.halles.launcher.client.Api;
import org.halles.launcher.client.Operator;
import org.halles.launcher.replay.Market.OnSale;
import org.halles.launcher.replay.Purchase.Placed;
import org.halles.launcher.replay.SourceOrder.Offer;

/** {@code halles replay}: real orders through a running marketplace, then every sum compared. */
public final class Replay {
  private final Api guest;
  private final String run = Long.toString(System.currentTimeMillis(), 36);

  /** Against the marketplace at this address. */
  public Replay(URI marketplace) {
    this.guest = Api.at(marketplace);
  }

  /**
   * Replays the first orders of a folder and prints what came out.
   *
   * @param limit how many orders at most
   * @return true if every order was placed and every sum agrees
   */
  public boolean run(Path folder, int limit) throws IOException {
    List<SourceOrder> orders = new SourceFolder(folder).orders().stream().limit(limit).toList();
    if (orders.isEmpty()) {
      throw new Refusal("%s holds no order.", folder);
    }
    Api operator = Operator.signIn(guest);
    System.out.printf("Replaying %d orders of %s%n", orders.size(), folder);
    List<OnSale> shops = new Market(guest, operator, run).open(units(orders));
    Map<Offer, String> offers = new HashMap<>();
    shops.forEach(shop -> offers.putAll(shop.offers()));
    Purchase purchase = new Purchase(guest, offers, run);
    List<Placed> placed = Workers.each("orders", orders, purchase::place);
    boolean ordersAgree = new OrderComparison(placed).print();
    boolean moneyAgrees = new MoneyComparison(operator, shops, placed).print();
    boolean balanced = BooksCheck.of(operator).print(false);
    return ordersAgree && moneyAgrees && balanced;
  }

  private static Map<Offer, Integer> units(List<SourceOrder> orders) {
    Map<Offer, Integer> units = new LinkedHashMap<>();
    orders.forEach(
        order -> order.items().forEach(item -> units.merge(item.offer(), 1, Integer::sum)));
    return units;
  }
}
