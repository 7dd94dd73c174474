package org.halles.web.feed;

/**
 * What a feed is about and where it leads.
 *
 * @param origin the site, without a slash at the end
 * @param language of the texts and of the pages it leads to
 * @param slug of the shop, or null for the whole market
 * @param name of the shop or of the market
 */
record Place(String origin, String language, String slug, String name) {

  String page() {
    return origin + "/" + language + (slug == null ? "" : "/s/" + slug);
  }
}
