package org.halles.web.ui;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Amounts as people type them: {@code 12,50} and {@code 12.50} are the same in every language,
 * spaces may group thousands, and anything doubtful is refused instead of guessed. Two decimals at
 * most: a third could as well be a thousand.
 */
@FacesConverter("halles.amount")
public class AmountConverter implements Converter<BigDecimal> {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}([.,]\\d{1,2})?");

  @Override
  public BigDecimal getAsObject(FacesContext context, UIComponent component, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String amount = SPACES.matcher(typed).replaceAll("");
    if (!AMOUNT.matcher(amount).matches()) {
      throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, typed, typed));
    }
    return new BigDecimal(amount.replace(',', '.'));
  }

  @Override
  public String getAsString(FacesContext context, UIComponent component, BigDecimal amount) {
    return amount == null ? "" : Amounts.plain(amount, context.getViewRoot().getLocale());
  }
}
