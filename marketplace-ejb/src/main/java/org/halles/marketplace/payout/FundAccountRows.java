package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.onboarding.BankDetails;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Vault;

/** Accounts of funds that wait for a second person; part of the caller's transaction. */
@ApplicationScoped
class FundAccountRows {

  private static final String VIEW =
      """
      select p.*, f.party, f.name, k.ending as replaces, a.email as proposer
        from fund_account_proposal p
        join fund f on f.id = p.fund_id
        left join payee_account k on k.payee_id = f.id
        left join account a on a.id = p.proposed_by
      """;

  private Database database;
  private Vault vault;

  protected FundAccountRows() {}

  @Inject
  FundAccountRows(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** Sealed until it is confirmed, and in the place of one that waits. */
  String propose(UUID fund, BankDetails details, UUID by, Instant now) {
    UUID id = Ids.next();
    String ending = PayeeAccounts.ending(details.iban());
    database.update(
        """
        insert into fund_account_proposal (id, fund_id, sealed, ending, proposed_by, proposed_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (fund_id) do update
           set id = excluded.id, sealed = excluded.sealed, ending = excluded.ending,
               proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at
        """,
        id,
        fund,
        vault.seal(purpose(id), Json.write(details).getBytes(StandardCharsets.UTF_8)),
        ending,
        by,
        now);
    return ending;
  }

  /** False if there is no such fund. */
  boolean lockFund(UUID fund) {
    return database
        .find("select 1 from fund where id = ? for update", row -> true, fund)
        .isPresent();
  }

  List<ProposedAccount> waiting() {
    return database.list(VIEW + " order by p.proposed_at, p.id limit 200", this::read);
  }

  Optional<ProposedAccount> find(UUID fund) {
    return database.find(VIEW + " where p.fund_id = ?", this::read, fund);
  }

  void remove(UUID proposal) {
    database.update("delete from fund_account_proposal where id = ?", proposal);
  }

  private ProposedAccount read(Row row) throws SQLException {
    UUID id = row.uuid("id");
    BankDetails details =
        Json.read(
            new String(vault.open(purpose(id), row.bytes("sealed")), StandardCharsets.UTF_8),
            BankDetails.class);
    return new ProposedAccount(
        id,
        row.uuid("fund_id"),
        row.text("party"),
        row.text("name"),
        details.holder(),
        details.iban(),
        row.text("replaces"),
        row.uuid("proposed_by"),
        row.text("proposer"),
        row.instant("proposed_at"));
  }

  private static String purpose(UUID proposal) {
    return "fund-account-proposal:" + proposal;
  }
}
