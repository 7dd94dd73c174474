package org.halles.web.vendor;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.catalog.ShelfQuery;
import org.halles.marketplace.catalog.VendorShelf;
import org.halles.marketplace.vendor.VendorScope;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** A vendor's offers, a page at a time: cut, ordered and counted in the database. */
class OfferRows extends LazyDataModel<OfferRow> {

  private static final long serialVersionUID = 1L;

  private final transient VendorShelf shelf;
  private final transient VendorScope scope;
  private final transient ShelfQuery filter;

  OfferRows(VendorShelf shelf, VendorScope scope, ShelfQuery filter) {
    this.shelf = shelf;
    this.scope = scope;
    this.filter = filter;
  }

  @Override
  public int count(Map<String, FilterMeta> none) {
    return shelf.count(scope, filter);
  }

  @Override
  public List<OfferRow> load(
      int first, int pageSize, Map<String, SortMeta> sorts, Map<String, FilterMeta> none) {
    SortMeta sort = sorts.values().stream().findFirst().orElse(null);
    ShelfQuery query =
        new ShelfQuery(
            filter.status(),
            filter.words(),
            sort == null ? null : sort.getField(),
            sort == null || sort.getOrder().isDescending());
    return shelf.rows(scope, query, first, pageSize).stream().map(OfferRow::new).toList();
  }

  @Override
  public String getRowKey(OfferRow row) {
    return row.getKey();
  }

  @Override
  public OfferRow getRowData(String key) {
    List<OfferRow> page = getWrappedData();
    return page == null
        ? null
        : page.stream().filter(row -> row.getKey().equals(key)).findFirst().orElse(null);
  }
}
