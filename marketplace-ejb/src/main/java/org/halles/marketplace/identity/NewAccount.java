package org.halles.marketplace.identity;

/**
 * What somebody types to register. Fields are as they were sent; {@link Registration} names all
 * that is wrong with them.
 *
 * @param language {@code fr} or {@code en}; French where it is null
 */
public record NewAccount(String email, String password, String name, String language) {

  @Override
  public String toString() {
    return "NewAccount[email=" + email + ", name=" + name + ", language=" + language + "]";
  }
}
