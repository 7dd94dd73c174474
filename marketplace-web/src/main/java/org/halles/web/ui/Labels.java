package org.halles.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halles.marketplace.attribute.AttributeBook;
import org.halles.marketplace.attribute.AttributeView;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/** What is said about things, in the language of the page: names of attributes and their values. */
@Named("labels")
@RequestScoped
public class Labels {

  private Attributes attributes;
  private Words words;
  private Language language;
  private AttributeBook book;

  protected Labels() {}

  @Inject
  public Labels(Attributes attributes, Words words, Language language) {
    this.attributes = attributes;
    this.words = words;
    this.language = language;
  }

  private AttributeBook book() {
    if (book == null) {
      book = attributes.book();
    }
    return book;
  }

  /** What an attribute is called; one that is not in the dictionary is called what it is. */
  public String of(String code) {
    return book()
        .find(code)
        .map(AttributeView::label)
        .map(this::in)
        .orElseGet(() -> words.orElse("option." + code, code));
  }

  /** How many may be bought at once, such as {@code 6 au moins, par lots de 6}. */
  public String packs(Packs packs) {
    return PackWords.told(packs, words);
  }

  /** What a kilogram, a litre or a metre costs, such as {@code 27,60 €/kg}; null if unknown. */
  public String measured(Money packet, Map<String, String> said) {
    return book()
        .measured(packet, said)
        .map(one -> Amounts.text(one.price(), language.getLocale()) + "/" + one.per())
        .orElse(null);
  }

  /** A value as people read it. */
  public String value(String code, String stored) {
    return book().find(code).map(attribute -> read(attribute, stored)).orElse(stored);
  }

  private String read(AttributeView attribute, String stored) {
    return switch (attribute.type()) {
      case NUMBER -> number(stored) + (attribute.unit() == null ? "" : "\u00a0" + attribute.unit());
      case YES_NO -> words.orElse("answer." + stored, stored);
      case DATE -> day(stored);
      default -> attribute.read(stored, language.getTag());
    };
  }

  /** Without grouping: a year is a number too. */
  private String number(String stored) {
    try {
      NumberFormat format = NumberFormat.getInstance(language.getLocale());
      format.setGroupingUsed(false);
      format.setMaximumFractionDigits(6);
      return format.format(new BigDecimal(stored));
    } catch (NumberFormatException older) {
      return stored;
    }
  }

  private String day(String stored) {
    try {
      return Moments.day(LocalDate.parse(stored), language.getLocale());
    } catch (DateTimeException older) {
      return stored;
    }
  }

  /** The values of what was chosen, such as {@code M · rouge}. */
  public String values(Map<String, String> options, String between) {
    return options.entrySet().stream()
        .map(option -> value(option.getKey(), option.getValue()))
        .collect(Collectors.joining(between));
  }

  /** Names and values, to be walked through by a page. */
  public List<Map.Entry<String, String>> facts(Map<String, String> said) {
    return said.entrySet().stream()
        .map(one -> Map.entry(of(one.getKey()), value(one.getKey(), one.getValue())))
        .toList();
  }

  private String in(Texts texts) {
    return texts.in(language.getTag());
  }
}
