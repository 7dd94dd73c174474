package org.halles.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;

/** Who looks at this page: {@code #{person.signedIn}}. */
@Named
@RequestScoped
public class Person {

  @Inject private CurrentCaller current;

  public boolean isSignedIn() {
    return current.get().accountId() != null;
  }

  public boolean isOperator() {
    return current.get().isOperator();
  }

  /** True if the market's money is the person's business. */
  public boolean isFinance() {
    return current.get().is(Role.FINANCE);
  }

  /** True if purchases are the person's business, with the money or with the people of them. */
  public boolean isAfterSales() {
    return isFinance() || current.get().is(Role.SUPPORT);
  }

  /** True if the person decides about listings. */
  public boolean isModerator() {
    return current.get().is(Role.MODERATOR);
  }

  /** True if vendors and what they offer are the person's business. */
  public boolean isModerating() {
    return current.get().is(Role.MODERATOR) || current.get().is(Role.SUPPORT);
  }

  /** True if the person may say who runs the market. */
  public boolean isAdministrator() {
    return current.get().is(Role.ADMIN);
  }

  /** The address the person signed in with. */
  public String getLabel() {
    return current.get().label();
  }
}
