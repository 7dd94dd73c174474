package org.halles.marketplace.demo;

import java.util.List;
import java.util.Set;
import org.halles.marketplace.identity.Role;

/**
 * Who is on the demo market.
 *
 * @param currency of every price
 * @param password of every account
 * @param operators who run it
 * @param vendors slugs, in the order they arrived
 * @param buyers the first has an account, the others buy as guests
 */
record DemoMarket(
    String currency,
    String password,
    List<Operator> operators,
    List<String> vendors,
    List<Buyer> buyers) {

  record Operator(String email, String name, Set<Role> roles) {}

  /**
   * @param company true if it buys by the pallet
   */
  record Buyer(
      String name,
      String email,
      String line1,
      String postalCode,
      String city,
      String country,
      String language,
      boolean company) {}
}
