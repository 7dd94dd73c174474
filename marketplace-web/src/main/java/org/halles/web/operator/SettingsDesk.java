package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.halles.marketplace.commission.CommissionSettings;
import org.halles.marketplace.commission.CommissionTerms;
import org.halles.spi.Rate;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;

/** What holds for every commission; rates by country are typed one a line. */
@Named
@RequestScoped
public class SettingsDesk {

  @Inject private CommissionSettings settings;
  @Inject private Language language;
  @Inject private Say say;

  private String fallback;
  private String jurisdiction;
  private String traders;
  private String privatePersons;

  private void read() {
    if (fallback == null) {
      CommissionTerms terms = settings.get();
      fallback = percent(terms.fallback());
      jurisdiction = terms.vat().jurisdiction();
      traders = lines(terms.vat().traders());
      privatePersons = lines(terms.vat().privatePersons());
    }
  }

  public void save() {
    CommissionTerms.Input input =
        new CommissionTerms.Input(fallback, jurisdiction, rates(traders), rates(privatePersons));
    if (say.trying(() -> settings.settle(input))) {
      say.done("settings.saved");
      fallback = null;
    }
  }

  private String percent(Rate rate) {
    return Amounts.plain(rate.toPercent().stripTrailingZeros(), language.getLocale());
  }

  private String lines(Map<String, Rate> rates) {
    return new TreeMap<>(rates)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " " + percent(entry.getValue()))
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> rates(String lines) {
    Map<String, String> rates = new LinkedHashMap<>();
    if (lines != null) {
      lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(
              line -> {
                String[] parts = line.split("[\\s:=]+", 2);
                rates.put(parts[0], parts.length > 1 ? parts[1] : "");
              });
    }
    return rates;
  }

  public String getFallback() {
    read();
    return fallback;
  }

  public void setFallback(String fallback) {
    this.fallback = fallback;
  }

  public String getJurisdiction() {
    read();
    return jurisdiction;
  }

  public void setJurisdiction(String jurisdiction) {
    this.jurisdiction = jurisdiction;
  }

  public String getTraders() {
    read();
    return traders;
  }

  public void setTraders(String traders) {
    this.traders = traders;
  }

  public String getPrivatePersons() {
    read();
    return privatePersons;
  }

  public void setPrivatePersons(String privatePersons) {
    this.privatePersons = privatePersons;
  }
}
