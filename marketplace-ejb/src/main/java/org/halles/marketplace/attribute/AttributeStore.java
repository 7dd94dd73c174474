package org.halles.marketplace.attribute;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Rows;
import org.halles.marketplace.shared.Texts;

/** The dictionary in the database: read whole by two statements. */
@ApplicationScoped
class AttributeStore {

  private static final TypeReference<List<AttributeValue>> VALUES = new TypeReference<>() {};

  private static final Rows.Shape VALUE =
      Rows.Shape.of(
          "attribute_value",
          "attribute_code text",
          "code text",
          "label jsonb",
          "position int",
          "archived boolean");

  private static final Rows.Shape ASKED =
      Rows.Shape.of(
          "category_attribute",
          "category_id uuid",
          "attribute_code text",
          "required boolean",
          "axis boolean",
          "position int");

  private Database database;

  protected AttributeStore() {}

  @Inject
  AttributeStore(Database database) {
    this.database = database;
  }

  AttributeBook read() {
    List<AttributeView> attributes =
        database.list(
            """
            select a.*, coalesce((
                select jsonb_agg(jsonb_build_object('code', v.code, 'label', v.label,
                         'archived', v.archived) order by v.archived, v.position, v.code)
                  from attribute_value v where v.attribute_code = a.code), '[]') as values
              from attribute a order by a.archived, a.position, a.code
            """,
            AttributeStore::attribute);
    List<AttributeBook.Asked> asked =
        database.list(
            "select * from category_attribute order by category_id, position",
            row ->
                new AttributeBook.Asked(
                    row.uuid("category_id"),
                    row.text("attribute_code"),
                    row.flag("required"),
                    row.flag("axis")));
    return new AttributeBook(attributes, asked);
  }

  /** In the operator's order; those in use, or those set aside. */
  Page<AttributeView> page(boolean archived, Paging paging) {
    String after = paging.keys(1).map(keys -> keys.text(0)).orElse(null);
    List<AttributeView> rows =
        database.list(
            """
            select a.*, coalesce((
                select jsonb_agg(jsonb_build_object('code', v.code, 'label', v.label,
                         'archived', v.archived) order by v.archived, v.position, v.code)
                  from attribute_value v where v.attribute_code = a.code), '[]') as values
              from attribute a
             where a.archived = ?
               and (?::text is null
                    or (a.position, a.code) > (select b.position, b.code from attribute b
                                                where b.code = ?))
             order by a.position, a.code limit ?
            """,
            AttributeStore::attribute,
            archived,
            after,
            after,
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.code()));
  }

  private static AttributeView attribute(Row row) throws SQLException {
    return new AttributeView(
        row.text("code"),
        row.json("label", Texts.class),
        row.json("help", Texts.class),
        row.one("type", AttributeType.class),
        row.text("unit"),
        row.flag("several"),
        row.flag("filterable"),
        row.flag("content"),
        row.flag("archived"),
        row.json("values", VALUES));
  }

  void write(AttributeView attribute) {
    database.update(
        """
        insert into attribute (code, label, help, type, unit, several, filterable, content,
                               position)
        values (?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?,
                (select coalesce(max(position), 0) + 1 from attribute))
        on conflict (code) do update set label = excluded.label, help = excluded.help,
          unit = excluded.unit, filterable = excluded.filterable, content = excluded.content,
          archived = false
        """,
        attribute.code(),
        Json.write(attribute.label()),
        Json.write(attribute.help()),
        attribute.type(),
        attribute.unit(),
        attribute.several(),
        attribute.filterable(),
        attribute.content());
    Rows rows = new Rows(VALUE);
    for (int place = 0; place < attribute.values().size(); place++) {
      AttributeValue value = attribute.values().get(place);
      rows.add(attribute.code(), value.code(), Json.write(value.label()), place, value.archived());
    }
    if (!attribute.values().isEmpty()) {
      database.update(
          VALUE.insert()
              + " on conflict (attribute_code, code) do update set label = excluded.label,"
              + " position = excluded.position, archived = excluded.archived",
          rows.columns());
    }
  }

  void archive(String code, boolean archived) {
    database.update("update attribute set archived = ? where code = ?", archived, code);
  }

  void assign(UUID categoryId, List<Assignment> assignments) {
    database.update("delete from category_attribute where category_id = ?", categoryId);
    Rows rows = new Rows(ASKED);
    for (int place = 0; place < assignments.size(); place++) {
      Assignment one = assignments.get(place);
      rows.add(categoryId, one.attribute(), one.required(), one.axis(), place);
    }
    rows.insertWith(database);
  }
}
