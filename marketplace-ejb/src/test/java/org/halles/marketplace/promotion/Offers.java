package org.halles.marketplace.promotion;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;

/** Promotions as tests speak of them; equal codes are equal promotions. */
public final class Offers {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");

  private Offers() {}

  /** So many hundredths of a percent off everything, paid by the platform. */
  public static Offered percent(String code, int basisPoints) {
    return offered(code, basisPoints, null, null);
  }

  /** So many cents off a purchase of at least the minimum, paid by the platform. */
  public static Offered cents(String code, long amount, long minimum) {
    return offered(code, null, amount, minimum);
  }

  private static Offered offered(String code, Integer points, Long amount, Long minimum) {
    return new Offered(
        UUID.nameUUIDFromBytes(code.getBytes()),
        0,
        null,
        code,
        Texts.of(code, code),
        points,
        amount,
        minimum,
        EUR,
        10_000,
        Target.ALL,
        List.of(),
        true,
        null,
        null);
  }

  /** The same of one vendor, at its own cost. */
  public static Offered by(UUID vendor, Offered one) {
    return copy(one, vendor, 0, one.target(), one.targets(), one.stackable(), null, null);
  }

  /** The same, shared with vendors that agreed. */
  public static Offered shared(Offered one, int platformBasisPoints, UUID... members) {
    return copy(
        one,
        null,
        platformBasisPoints,
        one.target(),
        one.targets(),
        one.stackable(),
        List.of(members),
        null);
  }

  /** The same, about certain things only. */
  public static Offered on(Offered one, Target target, String... targets) {
    return copy(
        one,
        one.vendorId(),
        one.platformBasisPoints(),
        target,
        List.of(targets),
        one.stackable(),
        one.members(),
        null);
  }

  /** The same, never together with another. */
  public static Offered alone(Offered one) {
    return copy(
        one,
        one.vendorId(),
        one.platformBasisPoints(),
        one.target(),
        one.targets(),
        false,
        one.members(),
        null);
  }

  /** The same, not to be had now. */
  public static Offered not(Offered one, String obstacle) {
    return copy(
        one,
        one.vendorId(),
        one.platformBasisPoints(),
        one.target(),
        one.targets(),
        one.stackable(),
        one.members(),
        obstacle);
  }

  private static Offered copy(
      Offered one,
      UUID vendor,
      int platform,
      Target target,
      List<String> targets,
      boolean stackable,
      List<UUID> members,
      String obstacle) {
    return new Offered(
        one.id(),
        one.version(),
        vendor,
        one.code(),
        one.title(),
        one.basisPoints(),
        one.amountMinor(),
        one.minimumMinor(),
        one.currency(),
        platform,
        target,
        targets,
        stackable,
        members,
        obstacle);
  }
}
