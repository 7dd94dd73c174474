package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Vault;
import org.halles.marketplace.shared.Violation;

/**
 * The second step of signing in: a code of the person's telephone, or one of ten recovery codes
 * that are good once each for the day the telephone is lost.
 */
@ApplicationScoped
public class SecondFactor {

  private static final int RECOVERY_CODES = 10;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Database database;
  private Vault vault;
  private Throttle throttle;
  private CurrentCaller caller;
  private Clock clock;

  protected SecondFactor() {}

  @Inject
  SecondFactor(
      Database database, Vault vault, Throttle throttle, CurrentCaller caller, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.throttle = throttle;
    this.caller = caller;
    this.clock = clock;
  }

  /** True if the caller signs in with two steps. */
  @Allowed(Role.SIGNED_IN)
  public boolean isOn() {
    return isOn(me());
  }

  /** How many recovery codes the caller has left. */
  @Allowed(Role.SIGNED_IN)
  public int recoveryCodesLeft() {
    return database
        .find(
            "select count(*) as n from recovery_code where account_id = ? and used_at is null",
            row -> row.integer("n"),
            me())
        .orElse(0);
  }

  /** Begins: what the caller's telephone needs. The same until it is confirmed. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public SecondFactorSetup begin() {
    UUID account = me();
    database.update(
        """
        insert into second_factor (account_id, sealed_secret, created_at) values (?, ?, ?)
        on conflict (account_id) do nothing
        """,
        account,
        vault.seal(purpose(account), OneTimePassword.newSecret()),
        clock.instant());
    String secret = OneTimePassword.base32(secret(account).orElseThrow());
    String label = URLEncoder.encode("Halles:" + caller.get().label(), StandardCharsets.UTF_8);
    return new SecondFactorSetup(
        secret.replaceAll("(.{4})(?=.)", "$1 "),
        "otpauth://totp/" + label.replace("+", "%20") + "?secret=" + secret + "&issuer=Halles");
  }

  /**
   * Turns it on once a code proves that the telephone has the secret.
   *
   * @return recovery codes, shown this once
   * @throws InvalidInput if the code is wrong
   */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<String> confirm(String code) {
    UUID account = me();
    throttle.take(Limit.Kind.SIGN_IN_HERE.of("code " + account));
    if (!isGood(account, code)) {
      throw wrong();
    }
    database.update(
        "update second_factor set confirmed_at = ? where account_id = ? and confirmed_at is null",
        clock.instant(),
        account);
    return freshRecoveryCodes(account);
  }

  /**
   * Turns it off again.
   *
   * @throws InvalidInput if the code is wrong
   */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public void turnOff(String code) {
    UUID account = me();
    throttle.take(Limit.Kind.SIGN_IN_HERE.of("code " + account));
    if (!accepts(account, code)) {
      throw wrong();
    }
    database.update("delete from recovery_code where account_id = ?", account);
    database.update("delete from second_factor where account_id = ?", account);
  }

  boolean isOn(UUID account) {
    return database
        .find(
            "select 1 from second_factor where account_id = ? and confirmed_at is not null",
            row -> true,
            account)
        .orElse(false);
  }

  /** True if this is a code of now, or an unused recovery code; it is used then. */
  boolean accepts(UUID account, String code) {
    return isGood(account, code) || usesRecoveryCode(account, code);
  }

  private boolean isGood(UUID account, String code) {
    String digits = code == null ? "" : code.replaceAll("\\s", "");
    Optional<byte[]> secret = secret(account);
    if (!digits.matches("[0-9]{6}") || secret.isEmpty()) {
      return false;
    }
    long last =
        database
            .find(
                "select last_step from second_factor where account_id = ? for update",
                row -> row.whole("last_step"),
                account)
            .orElse(0L);
    OptionalLong step = OneTimePassword.stepOf(secret.get(), digits, clock.instant(), last);
    return step.isPresent()
        && database.update(
                "update second_factor set last_step = ? where account_id = ? and last_step < ?",
                step.getAsLong(),
                account,
                step.getAsLong())
            == 1;
  }

  private boolean usesRecoveryCode(UUID account, String code) {
    String tidy = code == null ? "" : code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return database.update(
            "update recovery_code set used_at = ?"
                + " where account_id = ? and code_hash = ? and used_at is null",
            clock.instant(),
            account,
            TokenSecret.hash(tidy))
        == 1;
  }

  private List<String> freshRecoveryCodes(UUID account) {
    database.update("delete from recovery_code where account_id = ?", account);
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      StringBuilder code = new StringBuilder();
      RANDOM.ints(10, 0, LETTERS.length()).forEach(at -> code.append(LETTERS.charAt(at)));
      database.update(
          "insert into recovery_code (account_id, code_hash) values (?, ?)",
          account,
          TokenSecret.hash(code.toString()));
      codes.add(code.insert(5, '-').toString());
    }
    return codes;
  }

  private Optional<byte[]> secret(UUID account) {
    return database.find(
        "select sealed_secret from second_factor where account_id = ?",
        row -> vault.open(purpose(account), row.bytes("sealed_secret")),
        account);
  }

  private static String purpose(UUID account) {
    return "second-factor:" + account;
  }

  private static InvalidInput wrong() {
    return new InvalidInput(
        new Violation("code", "is not the code your telephone shows now", null));
  }

  private UUID me() {
    return caller.get().account().orElseThrow(NotAllowed::signInFirst);
  }
}
