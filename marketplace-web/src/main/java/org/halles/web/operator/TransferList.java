package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.halles.marketplace.checkout.TransferDesk;
import org.halles.marketplace.checkout.TransferView;
import org.halles.marketplace.checkout.TransferView.ReturnView;
import org.halles.marketplace.checkout.TransferView.State;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.omnifaces.cdi.Param;

/** The transfers buyers announced, and what waits to be sent back. */
@Named
@RequestScoped
public class TransferList {

  private static final String PATH = "/operator/transfers";

  @Inject @Param private String show;
  @Inject @Param private String q;
  @Inject @Param private String cursor;
  @Inject @Param private String back;
  @Inject private TransferDesk desk;

  private Page<TransferView> page;
  private Page<ReturnView> returns;

  public List<TransferView> getTransfers() {
    return page().items();
  }

  /** Those that wait longest to be sent back. */
  public List<ReturnView> getReturns() {
    return returns().items();
  }

  public String getNextReturns() {
    String next = returns().next();
    return next == null ? null : Query.of(PATH).with("back", next).toString();
  }

  public String getFirstReturns() {
    return back == null ? null : PATH;
  }

  private Page<ReturnView> returns() {
    if (returns == null) {
      returns = desk.returns(false, Paging.of(null, back));
    }
    return returns;
  }

  public List<State> getStates() {
    return List.of(State.values());
  }

  /** The state the list is narrowed to, or null. */
  public State getState() {
    return Arrays.stream(State.values())
        .filter(one -> one.name().equalsIgnoreCase(show))
        .findFirst()
        .orElse(null);
  }

  public String getText() {
    return q;
  }

  public String hrefOf(State state) {
    return Query.of(PATH).with("show", state == null ? null : state.name()).with("q", q).toString();
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(PATH).with("show", show).with("q", q).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : hrefOf(getState());
  }

  private Page<TransferView> page() {
    if (page == null) {
      page = desk.list(getState(), q, new Paging(Paging.USUAL, cursor));
    }
    return page;
  }
}
