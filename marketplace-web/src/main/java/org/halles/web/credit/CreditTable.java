package org.halles.web.credit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.credit.CreditDesk;
import org.halles.marketplace.credit.CreditFilter;
import org.halles.marketplace.credit.CreditView;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** All credits, a page at a time: cut and counted in the database, newest first. */
class CreditTable extends LazyDataModel<CreditView> {

  private static final long serialVersionUID = 1L;

  private final transient CreditDesk desk;
  private final transient CreditFilter filter;

  CreditTable(CreditDesk desk, CreditFilter filter) {
    this.desk = desk;
    this.filter = filter;
  }

  @Override
  public int count(Map<String, FilterMeta> none) {
    return desk.count(filter);
  }

  @Override
  public List<CreditView> load(
      int first, int pageSize, Map<String, SortMeta> sorts, Map<String, FilterMeta> none) {
    return desk.from(filter, first, pageSize);
  }

  @Override
  public String getRowKey(CreditView row) {
    return row.id().toString();
  }

  @Override
  public CreditView getRowData(String key) {
    return desk.get(UUID.fromString(key));
  }
}
