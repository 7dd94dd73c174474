package org.halles.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {

  private static final String ID = "0190aaaa-0000-7000-8000-000000000001";

  @Test
  void a_listing_is_found_by_the_id_behind_its_slug() {
    assertThat(Routes.publicView("/p/pain-de-seigle-1-kg-" + ID))
        .contains("/WEB-INF/views/shop/listing.xhtml?slug=pain-de-seigle-1-kg&id=" + ID);
  }

  @Test
  void an_address_that_is_no_page_leads_nowhere() {
    assertThat(Routes.publicView("/p/pain-de-seigle")).isEmpty();
    assertThat(Routes.publicView("/c/a/b")).isEmpty();
    assertThat(Routes.portalView("/operators")).isEmpty();
  }

  @Test
  void what_stands_in_a_path_cannot_add_parameters() {
    assertThat(Routes.publicView("/c/bread&admin=true#x"))
        .contains("/WEB-INF/views/shop/category.xhtml?category=bread%26admin%3Dtrue%23x");
  }

  @Test
  void a_vendor_page_carries_its_vendor() {
    assertThat(Routes.portalView("/vendor/maison-lumen/orders/H-1"))
        .contains("/WEB-INF/views/vendor/order.xhtml?vendor=maison-lumen&number=H-1");
  }

  @Test
  void behind_every_address_there_is_a_view() {
    assertThat(Stream.concat(Routes.PUBLIC.stream(), Routes.PORTALS.stream()).map(Route::view))
        .allSatisfy(view -> assertThat(Files.exists(Path.of("src/main/webapp" + view))).isTrue());
  }
}
