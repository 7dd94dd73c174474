package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Texts;

/**
 * The addresses an import has to fetch pictures from, each once: what was fetched for the vendor
 * before is known, what failed before is tried again.
 */
@ApplicationScoped
class WantedPictures {

  private Database database;
  private Clock clock;

  protected WantedPictures() {}

  @Inject
  WantedPictures(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Writes down what is to be fetched; done again after a crash it leaves out what is done. */
  @Transactional(TxType.REQUIRES_NEW)
  public int collect(UUID id) {
    database.findPatiently(
        """
        with wanted as (
          insert into import_fetch (import_id, address)
          select distinct i.id, f ->> 'value'
            from import_run i
            join import_row r on r.import_id = i.id
            cross join lateral jsonb_array_elements(r.facts) f
           where i.id = ? and f ->> 'field' = 'IMAGE'
             and f ->> 'value' !~ '/media/[0-9a-f]{64}'
             and not exists (
               select 1 from import_picture p
                where p.vendor_id = i.vendor_id and p.address = f ->> 'value'
                  and (p.media_id is not null or p.asked_at >= i.started_at))
          on conflict do nothing returning 1)
        select count(*) as n from wanted
        """,
        row -> row.integer("n"),
        id);
    return database
        .find(
            """
            with left_over as (select count(*) as n from import_fetch where import_id = ?)
            update import_run set pictures = pictures_fetched + left_over.n, touched_at = ?
              from left_over where id = ? returning pictures
            """,
            row -> row.integer("pictures"),
            id,
            clock.instant(),
            id)
        .orElse(0);
  }

  @Transactional(TxType.REQUIRES_NEW)
  public List<String> next(UUID id, int most) {
    return database.list(
        "select address from import_fetch where import_id = ? order by address limit ?",
        row -> row.text("address"),
        id,
        most);
  }

  /**
   * What is behind an address is known now.
   *
   * @param media the picture, or null if there is none to be had
   * @param fault why not, or null
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void known(Task task, String address, String media, Texts fault) {
    database.update(
        """
        insert into import_picture (vendor_id, address, media_id, fault, asked_at)
        values (?, ?, ?, ?::jsonb, ?)
        on conflict (vendor_id, address) do update
           set media_id = excluded.media_id, fault = excluded.fault, asked_at = excluded.asked_at
        """,
        task.vendorId(),
        address,
        media,
        fault == null ? null : Json.write(fault),
        clock.instant());
    int done =
        database.update(
            "delete from import_fetch where import_id = ? and address = ?", task.id(), address);
    database.update(
        "update import_run set pictures_fetched = pictures_fetched + ?, touched_at = ? where id = ?",
        done,
        clock.instant(),
        task.id());
  }
}
