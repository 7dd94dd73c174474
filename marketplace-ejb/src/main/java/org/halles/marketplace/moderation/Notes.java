package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.catalog.Reviewing;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** Words about a listing: some only operators read, some its vendor reads too. */
@ApplicationScoped
@Transactional
public class Notes {

  private static final String NEWEST =
      """
      select n.*, a.name as author from moderation_note n left join account a on a.id = n.author_id
      """;

  private Database database;
  private Reviewing reviewing;
  private Audit audit;
  private CurrentCaller current;
  private Clock clock;

  protected Notes() {}

  @Inject
  Notes(Database database, Reviewing reviewing, Audit audit, CurrentCaller current, Clock clock) {
    this.database = database;
    this.reviewing = reviewing;
    this.audit = audit;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Writes a note down.
   *
   * @param toVendor true if its vendor may read it
   */
  @Allowed(Role.MODERATOR)
  public List<NoteView> add(UUID listingId, String text, boolean toVendor) {
    Checklist checklist = new Checklist();
    String checked = checklist.text("text", text, 4_000);
    checklist.done();
    VendorListing listing = reviewing.get(listingId);
    database.update(
        """
        insert into moderation_note (id, listing_id, author_id, at, text, to_vendor)
        values (?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        listingId,
        current.get().accountId(),
        clock.instant(),
        checked,
        toVendor);
    audit.record(
        "note-listing",
        Subject.of("listing", listingId, listing.vendorId()),
        null,
        Map.of("toVendor", toVendor));
    return of(listingId);
  }

  /** Newest first. */
  @Allowed(Role.MODERATOR)
  public List<NoteView> of(UUID listingId) {
    return database.list(
        NEWEST + " where n.listing_id = ? order by n.id desc limit 100", Notes::read, listingId);
  }

  /**
   * What a vendor may read about its own listing, newest first; who wrote it is not its business.
   */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public List<NoteView> toVendor(VendorScope scope, UUID listingId) {
    return database
        .list(
            NEWEST
                + " join listing l on l.id = n.listing_id where n.listing_id = ? and l.vendor_id = ?"
                + " and n.to_vendor order by n.id desc limit 100",
            Notes::read,
            listingId,
            scope.vendorId())
        .stream()
        .map(note -> new NoteView(note.id(), null, note.at(), note.text(), true))
        .toList();
  }

  private static NoteView read(Row row) throws SQLException {
    return new NoteView(
        row.uuid("id"),
        row.text("author"),
        row.instant("at"),
        row.text("text"),
        row.flag("to_vendor"));
  }
}
