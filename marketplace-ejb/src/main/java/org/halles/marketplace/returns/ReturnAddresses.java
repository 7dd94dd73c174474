package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.shared.Database;

/** Where vendors want goods sent back. */
@ApplicationScoped
class ReturnAddresses {

  private Database database;

  protected ReturnAddresses() {}

  @Inject
  ReturnAddresses(Database database) {
    this.database = database;
  }

  /** What the vendor gave, else where the trader says to be found; null if neither is known. */
  public String of(UUID vendor) {
    return database
        .find(
            """
            select t.address, s.trader ->> 'legalName' as name, s.trader ->> 'address' as trader
              from vendor v left join return_terms t on t.vendor_id = v.id
              left join storefront s on s.vendor_id = v.id
             where v.id = ?
            """,
            row ->
                row.text("address") != null
                    ? row.text("address")
                    : Stream.of(row.text("name"), row.text("trader"))
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining("\n")),
            vendor)
        .filter(address -> !address.isBlank())
        .orElse(null);
  }

  public void write(UUID vendor, String address) {
    database.update(
        """
        insert into return_terms (vendor_id, address) values (?, ?)
        on conflict (vendor_id) do update set address = excluded.address
        """,
        vendor,
        address);
  }
}
