package org.halles.web.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How a list is sorted, and the addresses that sort it otherwise. Its orders come in pairs: {@code
 * NAME} and {@code NAME_DESC}, {@code OLDEST} and {@code NEWEST}, {@code SMALLEST} and {@code
 * LARGEST}.
 *
 * @param <S> the orders the list knows
 */
public final class Sorts<S extends Enum<S>> {

  /**
   * The heading of a column by which a list can be sorted.
   *
   * @param href sorts by it, or the other way round if the list is sorted by it already
   * @param way {@code up}, {@code down}, or null if the list is sorted by something else
   */
  public record Head(String href, String way) {}

  /**
   * One order in a menu.
   *
   * @param key as its words are kept
   * @param chosen true if the list is in this order
   */
  public record Choice(String key, String href, boolean chosen) {}

  private static final String DOWN = "_DESC";
  private static final Map<String, String> PAIRS =
      Map.of("NEWEST", "OLDEST", "OLDEST", "NEWEST", "LARGEST", "SMALLEST", "SMALLEST", "LARGEST");

  private final List<S> orders;
  private final S usual;
  private final S chosen;
  private final Supplier<Query> address;

  private Sorts(List<S> orders, S usual, S chosen, Supplier<Query> address) {
    this.orders = orders;
    this.usual = usual;
    this.chosen = chosen;
    this.address = address;
  }

  /**
   * The order that an address asks for, or the usual one if it asks for none there is.
   *
   * @param asked the name of an order in any case, or null
   * @param address of the list without its order
   */
  public static <S extends Enum<S>> Sorts<S> of(
      Class<S> type, String asked, S usual, Supplier<Query> address) {
    List<S> orders = List.of(type.getEnumConstants());
    String name = asked == null ? null : asked.replace('-', '_');
    S chosen =
        orders.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst().orElse(usual);
    return new Sorts<>(orders, usual, chosen, address);
  }

  public S getChosen() {
    return chosen;
  }

  /** The address of the list in its present order. */
  public Query address() {
    return address(chosen);
  }

  /**
   * The heading of a column.
   *
   * @param first the order it has when its heading is chosen for the first time
   */
  public Head head(String first) {
    boolean other = chosen.name().equals(opposite(first));
    boolean mine = other || chosen.name().equals(first);
    String next = chosen.name().equals(first) ? opposite(first) : first;
    return new Head(address(named(next)).toString(), mine ? wayOf(chosen) : null);
  }

  /** All orders, for where a table shows no headings. */
  public List<Choice> getChoices() {
    return orders.stream()
        .map(
            one ->
                new Choice(
                    one.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    address(one).toString(),
                    one == chosen))
        .toList();
  }

  private Query address(S order) {
    return address
        .get()
        .with("sort", order == usual ? null : order.name().toLowerCase(Locale.ROOT));
  }

  private S named(String name) {
    return orders.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static String opposite(String name) {
    if (PAIRS.containsKey(name)) {
      return PAIRS.get(name);
    }
    return name.endsWith(DOWN) ? name.substring(0, name.length() - DOWN.length()) : name + DOWN;
  }

  private static String wayOf(Enum<?> order) {
    boolean down =
        List.of("NEWEST", "LARGEST").contains(order.name()) || order.name().endsWith(DOWN);
    return down ? "down" : "up";
  }
}
