package org.halles.marketplace.identity;

/**
 * What a telephone needs to make codes; shown until the first code has proved that it does.
 *
 * @param secret to be typed by hand, in groups of four
 * @param address for a telephone that reads it from a picture ({@code otpauth://})
 */
public record SecondFactorSetup(String secret, String address) {

  @Override
  public String toString() {
    return "SecondFactorSetup[***]";
  }
}
