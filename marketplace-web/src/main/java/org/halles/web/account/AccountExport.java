package org.halles.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.api.json.Json;
import org.halles.marketplace.affiliate.Affiliates;
import org.halles.marketplace.identity.AccountView;
import org.halles.marketplace.identity.Accounts;
import org.halles.marketplace.identity.Companies;
import org.halles.marketplace.identity.Tokens;
import org.halles.marketplace.order.OrderGroupSummary;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.request.Choosing;
import org.halles.marketplace.request.OwnRequest;
import org.halles.marketplace.request.RequestView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Memberships;

/** Everything the market knows about the person who asks, as one JSON file. */
@WebServlet({"/fr/account/export", "/en/account/export"})
public class AccountExport extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Accounts accounts;
  @Inject private transient Tokens tokens;
  @Inject private transient Memberships memberships;
  @Inject private transient Orders orders;
  @Inject private transient Companies companies;
  @Inject private transient Choosing requests;
  @Inject private transient Affiliates affiliates;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AccountView account = accounts.mine();
    Map<String, Object> everything = new LinkedHashMap<>();
    everything.put("account", account);
    everything.put("devices", tokens.mine());
    everything.put("vendors", memberships.of(account.id()));
    everything.put("company", companies.mine().orElse(null));
    everything.put("affiliate", affiliates.mine().orElse(null));
    everything.put("orders", allOrders());
    everything.put("requests", allRequests());
    byte[] file = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(everything);
    response.setContentType("application/json");
    response.setHeader("Content-Disposition", "attachment; filename=\"halles-account.json\"");
    response.setContentLength(file.length);
    response.getOutputStream().write(file);
  }

  private List<OwnRequest> allRequests() {
    List<OwnRequest> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<RequestView> page = requests.mine(Paging.of(Paging.MOST, cursor));
      page.items().forEach(request -> all.add(requests.get(request.id())));
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  private List<OrderGroupView> allOrders() {
    List<OrderGroupView> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<OrderGroupSummary> page = orders.mine(Paging.of(Paging.MOST, cursor));
      page.items().forEach(order -> all.add(orders.get(order.number(), null)));
      cursor = page.next();
    } while (cursor != null);
    return all;
  }
}
