package org.halles.plugins.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.Configurable;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;

/** Categories in which the operator wants to look at everything twice. */
@ApplicationScoped
public class RestrictedCategories implements ListingCheck, Configurable<Limits> {

  private final Limits limits;

  /** As the server makes it. */
  public RestrictedCategories() {
    this(Limits.USUAL);
  }

  private RestrictedCategories(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Class<Limits> configurationType() {
    return Limits.class;
  }

  @Override
  public Optional<Limits> usual() {
    return Optional.of(Limits.USUAL);
  }

  @Override
  public RestrictedCategories with(Limits configuration) {
    return new RestrictedCategories(configuration);
  }

  @Override
  public String id() {
    return "restricted-categories";
  }

  @Override
  public Map<String, String> label() {
    return Map.of("fr", "Rayons sous surveillance", "en", "Restricted categories");
  }

  @Override
  public List<Finding> check(ListingFacts listing) {
    return limits.categories().stream()
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
