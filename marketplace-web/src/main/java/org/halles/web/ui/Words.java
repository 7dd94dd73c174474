package org.halles.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The words of the pages in the language of this page: {@code #{t['cart.empty']}}, and with facts
 * in them {@code #{t.of('cart.items', 3)}}.
 */
@Named("t")
@RequestScoped
public class Words extends AbstractMap<String, String> {

  private Bundles bundles;

  protected Words() {}

  @Inject
  public Words(Language language) {
    this.bundles = Bundles.in(language.getTag());
  }

  /** The words of this key, or the key itself in brackets where there are none. */
  @Override
  public String get(Object key) {
    return bundles.text(String.valueOf(key));
  }

  @Override
  public boolean containsKey(Object key) {
    return bundles.has(String.valueOf(key));
  }

  /** The words of this key with facts in their places; plurals by the pattern's own choice. */
  public String of(String key, Object... facts) {
    return bundles.format(key, facts);
  }

  /** The words of this key if there are any, else these: for codes that plugins may add to. */
  public String orElse(String key, String otherwise) {
    return bundles.has(key) ? bundles.text(key) : otherwise;
  }

  /** Everything whose key begins so, by the rest of the key, in the order of the words. */
  public Map<String, String> under(String prefix) {
    Map<String, String> sorted = new LinkedHashMap<>();
    bundles.under(prefix).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(bundles.order()))
        .forEach(one -> sorted.put(one.getKey(), one.getValue()));
    return sorted;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return Set.of();
  }

  @Override
  public boolean isEmpty() {
    return false;
  }
}
