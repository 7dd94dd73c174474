package org.halles.plugins.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.halles.spi.CheckSetting;
import org.halles.spi.CheckSettings;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;

/** Categories in which the operator wants to look at everything twice. */
@ApplicationScoped
public class RestrictedCategories implements ListingCheck {

  private static final String CATEGORIES = "categories";

  @Override
  public String id() {
    return "restricted-categories";
  }

  @Override
  public Map<String, String> label() {
    return Map.of("fr", "Rayons sous surveillance", "en", "Restricted categories");
  }

  @Override
  public List<CheckSetting> settings() {
    return List.of(
        CheckSetting.lines(
            CATEGORIES,
            "# alcohol\n# knives",
            "Rayons, une adresse par ligne ; ce qui est dessous compte aussi",
            "Categories, one slug a line; what lies below counts too"));
  }

  @Override
  public List<Finding> check(ListingFacts listing, CheckSettings settings) {
    return settings.lines(CATEGORIES).stream()
        .filter(listing.category()::contains)
        .map(
            slug ->
                Finding.serious(
                    "categoryId",
                    "le rayon « " + slug + " » est sous surveillance",
                    "the category “" + slug + "” is restricted"))
        .toList();
  }
}
