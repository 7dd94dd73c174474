package org.halles.marketplace.onboarding;

import java.sql.SQLException;
import java.util.UUID;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorKind;

/**
 * One line of the checklist as the operator composed it.
 *
 * @param label the operator's own words, or empty for the type's
 * @param gatesSelling without it the vendor sells nothing
 * @param gatesPayout without it the vendor is paid nothing
 * @param expires true if what is handed in is good until a day
 */
public record Requirement(
    UUID id,
    String type,
    int position,
    Texts label,
    Texts help,
    boolean professionals,
    boolean privates,
    boolean gatesSelling,
    boolean gatesPayout,
    boolean expires) {

  static Requirement read(Row row) throws SQLException {
    return new Requirement(
        row.uuid("id"),
        row.text("type"),
        row.integer("position"),
        row.json("label", Texts.class),
        row.json("help", Texts.class),
        row.flag("professionals"),
        row.flag("privates"),
        row.flag("gates_selling"),
        row.flag("gates_payout"),
        row.flag("expires"));
  }

  boolean concerns(VendorKind kind) {
    return kind == VendorKind.PROFESSIONAL ? professionals : privates;
  }
}
