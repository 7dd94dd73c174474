package org.halles.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every address of the site. Public pages are listed without their language, which comes first in
 * the path: {@code /fr/cart}. A new page is one line here and one view.
 */
final class Routes {

  private static final String VIEWS = "/WEB-INF/views/";

  /** Pages of the market: {@code /{language}/...}. */
  static final List<Route> PUBLIC =
      List.of(
          route("", "shop/home"),
          route("/c", "shop/categories"),
          route("/c/{category}", "shop/category"),
          route("/search", "shop/search"),
          route("/p/{slug}-{id:id}", "shop/listing"),
          route("/s", "shop/storefronts"),
          route("/s/{slug}", "shop/storefront"),
          route("/about", "shop/about"),
          route("/cart", "shop/cart"),
          route("/checkout", "shop/checkout"),
          route("/gift-cards", "shop/gift-card"),
          route("/orders/{number}", "shop/order"),
          route("/orders/{number}/withdrawal", "shop/withdrawal"),
          route("/downloads/{secret}", "shop/download"),
          route("/payment/{gateway}/{reference}", "shop/payment"),
          route("/report", "shop/report"),
          route("/notices/{number}", "shop/notice"),
          route("/sign-in", "account/sign-in"),
          route("/register", "account/register"),
          route("/forgotten-password", "account/forgotten-password"),
          route("/new-password/{token}", "account/new-password"),
          route("/invitations/{token}", "account/invitation"),
          route("/account", "account/account"),
          route("/account/second-factor", "account/second-factor"),
          route("/account/credit", "credit/own"),
          route("/account/affiliate", "affiliate/own"),
          route("/embed/p/{id:id}", "affiliate/embed-listing"),
          route("/embed/s/{slug}", "affiliate/embed-storefront"),
          route("/requests", "request/requests"),
          route("/requests/{id:id}", "request/request"),
          route("/account/requests", "request/own-requests"),
          route("/account/requests/new", "request/ask"),
          route("/account/requests/{id:id}", "request/own-request"),
          route("/account/company", "company/company"),
          route("/fragments/company/{listing:id}", "company/offers"),
          route("/fragments/header", "shop/header-fragment"),
          route("/sell", "onboarding/sell"),
          route("/sell/sent", "onboarding/sent"),
          route("/sell/confirm", "onboarding/confirm"),
          route("/mail", "demo/mails"),
          route("/mail/{letter:id}", "demo/mail"),
          route("/styleguide", "demo/styleguide"));

  /** Pages of the portals, in the language of the person. */
  static final List<Route> PORTALS =
      List.of(
          route("/vendor", "vendor/choose"),
          route("/vendor/{vendor}", "vendor/overview"),
          route("/vendor/{vendor}/messages", "vendor/messages"),
          route("/vendor/{vendor}/orders", "vendor/orders"),
          route("/vendor/{vendor}/orders/{number}", "vendor/order"),
          route("/vendor/{vendor}/requests", "request/board"),
          route("/vendor/{vendor}/requests/{id:id}", "request/bid"),
          route("/vendor/{vendor}/company-prices", "company/terms"),
          route("/vendor/{vendor}/reviews", "vendor/reviews"),
          route("/vendor/{vendor}/decisions", "vendor/decisions"),
          route("/vendor/{vendor}/earnings", "vendor/earnings"),
          route("/vendor/{vendor}/affiliates", "affiliate/vendor"),
          route("/operator/affiliates", "affiliate/operator"),
          route("/operator/funds", "operator/funds"),
          route("/operator/debts", "operator/debts"),
          route("/vendor/{vendor}/shipping", "vendor/shipping"),
          route("/vendor/{vendor}/places", "vendor/places"),
          route("/vendor/{vendor}/promotions", "promotion/own"),
          route("/vendor/{vendor}/invoices", "invoicing/own"),
          route("/operator/invoices", "invoicing/operator"),
          route("/operator/fees", "invoicing/fees"),
          route("/operator/dac7", "invoicing/year"),
          route("/vendor/{vendor}/promotions/edit", "promotion/own-edit"),
          route("/vendor/{vendor}/plugins", "vendor/plugins"),
          route("/vendor/{vendor}/commission", "vendor/commission"),
          route("/vendor/{vendor}/listings", "vendor/listings"),
          route("/vendor/{vendor}/checklist", "onboarding/checklist"),
          route("/vendor/{vendor}/checklist/{step:id}", "onboarding/step"),
          route("/vendor/{vendor}/imports", "vendor/imports"),
          route("/vendor/{vendor}/imports/{import:id}", "vendor/import"),
          route("/vendor/{vendor}/listings/new", "vendor/listing-new"),
          route("/vendor/{vendor}/listings/drafts/{draft:id}", "vendor/listing-editor"),
          route("/vendor/{vendor}/listings/drafts/{draft:id}/preview", "vendor/listing-preview"),
          route("/vendor/{vendor}/listings/{id:id}", "vendor/listing-edit"),
          route("/vendor/{vendor}/storefront", "vendor/storefront"),
          route("/vendor/{vendor}/storefront/preview", "vendor/storefront-preview"),
          route("/vendor/{vendor}/people", "vendor/people"),
          route("/vendor/{vendor}/api-keys", "vendor/api-keys"),
          route("/vendor/{vendor}/webhooks", "webhook/list"),
          route("/vendor/{vendor}/webhooks/edit", "webhook/edit"),
          route("/vendor/{vendor}/webhooks/{webhook:id}", "webhook/one"),
          route("/operator/webhooks", "webhook/list"),
          route("/operator/webhooks/edit", "webhook/edit"),
          route("/operator/webhooks/{webhook:id}", "webhook/one"),
          route("/operator", "operator/dashboard"),
          route("/operator/order-policy", "operator/order-policy"),
          route("/operator/order-groups", "operator/order-groups"),
          route("/operator/order-groups/{number}", "operator/order-group"),
          route("/operator/held-orders", "operator/held-orders"),
          route("/operator/ledger", "operator/ledger"),
          route("/operator/ledger/accounts/{account}", "operator/ledger-account"),
          route("/operator/ledger/entries/{entry}", "operator/ledger-entry"),
          route("/operator/books", "operator/books"),
          route("/vendor/{vendor}/payouts", "vendor/payouts"),
          route("/operator/payouts", "operator/payouts"),
          route("/operator/holds", "operator/holds"),
          route("/operator/capture", "operator/capture"),
          route("/operator/cash", "operator/cash"),
          route("/operator/offer-ranking", "operator/offer-ranking"),
          route("/operator/disputes", "operator/disputes"),
          route("/operator/disputes/{id:id}", "operator/dispute"),
          route("/vendor/{vendor}/disputes", "vendor/disputes"),
          route("/vendor/{vendor}/disputes/{id:id}", "vendor/dispute"),
          route("/operator/refunds", "operator/refunds"),
          route("/operator/buyer-fee", "operator/buyer-fee"),
          route("/operator/tax-remittance", "operator/tax-remittance"),
          route("/operator/returns", "operator/returns"),
          route("/operator/returns/rules", "operator/return-rules"),
          route("/operator/returns/{id:id}", "operator/return"),
          route("/vendor/{vendor}/returns", "vendor/returns"),
          route("/vendor/{vendor}/returns/{id:id}", "vendor/return"),
          route("/operator/gateways", "operator/gateways"),
          route("/operator/gift-cards", "credit/operator"),
          route("/operator/transfers", "operator/transfers"),
          route("/operator/transfers/{number}", "operator/transfer"),
          route("/operator/payouts/{run}", "operator/payout-run"),
          route("/operator/accounting", "operator/accounting"),
          route("/operator/reconciliations", "operator/reconciliations"),
          route("/operator/reconciliations/{run}", "operator/reconciliations"),
          route("/operator/promotions", "promotion/operator"),
          route("/operator/promotions/edit", "promotion/operator-edit"),
          route("/operator/plugins", "operator/plugins"),
          route("/operator/plugins/{plugin}", "operator/plugin"),
          route("/operator/commission-rules", "operator/commission-rules"),
          route("/operator/commission-rules/edit", "operator/commission-rule"),
          route("/operator/commission-rules/past", "operator/past-rules"),
          route("/operator/commission-simulations", "operator/simulations"),
          route("/operator/commission-simulations/{simulation:id}", "operator/simulation"),
          route("/operator/categories", "operator/categories"),
          route("/operator/categories/taxonomy", "operator/taxonomy"),
          route("/operator/attributes", "operator/attributes"),
          route("/operator/attributes/edit", "operator/attribute"),
          route("/operator/vendors", "operator/vendors"),
          route("/operator/vendors/{vendor:id}", "onboarding/vendor-file"),
          route("/operator/vendors/{vendor:id}/payouts", "operator/vendor-payouts"),
          route("/operator/applications", "onboarding/applications"),
          route("/operator/onboarding", "onboarding/composition"),
          route("/operator/notices", "operator/notices"),
          route("/operator/requests", "request/watch"),
          route("/operator/requests/{id:id}", "request/case"),
          route("/operator/reviews", "operator/reviews"),
          route("/operator/moderation", "operator/moderation"),
          route("/operator/moderation/case", "operator/moderation-case"),
          route("/operator/moderation/settings", "operator/moderation-settings"),
          route("/operator/mails", "operator/mails"),
          route("/operator/people", "operator/people"),
          route("/operator/settings", "operator/settings"),
          route("/operator/audit", "operator/audit"));

  private Routes() {}

  private static Route route(String address, String view) {
    return new Route(address, VIEWS + view + ".xhtml");
  }

  /** The view of a public page, by its path after the language. */
  static Optional<String> publicView(String path) {
    return first(PUBLIC.stream(), path);
  }

  /** The view of a portal page, by its whole path. */
  static Optional<String> portalView(String path) {
    return first(PORTALS.stream(), path);
  }

  private static Optional<String> first(Stream<Route> routes, String path) {
    return routes.flatMap(route -> route.target(path).stream()).findFirst();
  }
}
