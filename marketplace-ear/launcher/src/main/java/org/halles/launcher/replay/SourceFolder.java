package org.halles.launcher.replay;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.launcher.Refusal;
import org.halles.launcher.replay.SourceOrder.Customer;
import org.halles.launcher.replay.SourceOrder.Item;
import org.halles.launcher.replay.SourceOrder.Offer;

/**
 * The four files of a folder in the layout of the Olist data set: orders, items, payments,
 * customers.
 */
final class SourceFolder {
  private final Path folder;

  SourceFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Refusal("%s is not a folder; name one with the four olist_*_dataset.csv.", folder);
    }
    this.folder = folder;
  }

  /** The orders in the order of the file. */
  List<SourceOrder> orders() throws IOException {
    Map<String, List<Item>> items = items();
    Map<String, Long> payments = payments();
    Map<String, Customer> customers = customers();
    List<SourceOrder> orders = new ArrayList<>();
    for (Map<String, String> row : table("orders", "order_id", "customer_id")) {
      String id = row.get("order_id");
      Customer customer = customers.get(row.get("customer_id"));
      if (customer == null || !items.containsKey(id)) {
        throw new Refusal("Order %s has no %s.", id, customer == null ? "customer" : "items");
      }
      orders.add(new SourceOrder(id, customer, items.get(id), payments.getOrDefault(id, 0L)));
    }
    return orders;
  }

  private Map<String, List<Item>> items() throws IOException {
    Map<String, List<Item>> items = new HashMap<>();
    for (Map<String, String> row :
        table("order_items", "order_id", "product_id", "seller_id", "price", "freight_value")) {
      Offer offer =
          new Offer(
              row.get("seller_id"),
              row.get("product_id"),
              centavos(row.get("price")),
              centavos(row.get("freight_value")));
      items.computeIfAbsent(row.get("order_id"), id -> new ArrayList<>()).add(new Item(offer));
    }
    return items;
  }

  private Map<String, Long> payments() throws IOException {
    Map<String, Long> payments = new HashMap<>();
    for (Map<String, String> row : table("order_payments", "order_id", "payment_value")) {
      payments.merge(row.get("order_id"), centavos(row.get("payment_value")), Long::sum);
    }
    return payments;
  }

  private Map<String, Customer> customers() throws IOException {
    Map<String, Customer> customers = new HashMap<>();
    for (Map<String, String> row :
        table(
            "customers",
            "customer_id",
            "customer_zip_code_prefix",
            "customer_city",
            "customer_state")) {
      String id = row.get("customer_id");
      customers.put(
          id,
          new Customer(
              id,
              row.get("customer_zip_code_prefix"),
              row.get("customer_city"),
              row.get("customer_state")));
    }
    return customers;
  }

  private List<Map<String, String>> table(String name, String... columns) throws IOException {
    return CsvTable.read(folder.resolve("olist_" + name + "_dataset.csv"), columns);
  }

  private static long centavos(String amount) {
    try {
      return new BigDecimal(amount).movePointRight(2).longValueExact();
    } catch (NumberFormatException | ArithmeticException e) {
      throw new Refusal("\"%s\" is not an amount with at most two decimals.", amount);
    }
  }
}
