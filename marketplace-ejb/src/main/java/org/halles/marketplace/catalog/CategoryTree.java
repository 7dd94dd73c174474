package org.halles.marketplace.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** All categories at one moment. Immutable. */
public final class CategoryTree {

  private final List<CategoryView> all;
  private final Map<UUID, CategoryView> byId = new HashMap<>();
  private final Map<String, CategoryView> bySlug = new HashMap<>();
  private final Map<String, CategoryView> byIdText = new HashMap<>();
  private final Map<UUID, List<CategoryView>> children = new HashMap<>();

  private CategoryTree(List<CategoryView> all) {
    this.all = List.copyOf(all);
    for (CategoryView category : all) {
      byId.put(category.id(), category);
      bySlug.put(category.slug(), category);
      byIdText.put(category.id().toString(), category);
      children.computeIfAbsent(category.parentId(), parent -> new ArrayList<>()).add(category);
    }
  }

  static CategoryTree of(List<CategoryView> parentsFirst) {
    return new CategoryTree(parentsFirst);
  }

  /** Parents before children, by position. */
  public List<CategoryView> all() {
    return all;
  }

  public Optional<CategoryView> find(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** One, by its slug or its id. */
  public Optional<CategoryView> find(String idOrSlug) {
    CategoryView named = bySlug.get(idOrSlug);
    return Optional.ofNullable(named != null ? named : byIdText.get(idOrSlug));
  }

  /** Those without a parent. */
  public List<CategoryView> roots() {
    return children.getOrDefault(null, List.of());
  }

  /** Those directly below. */
  public List<CategoryView> below(CategoryView category) {
    return children.getOrDefault(category.id(), List.of());
  }

  /** From the root down to this one. */
  public List<CategoryView> pathTo(CategoryView category) {
    return category.path().stream().map(bySlug::get).filter(Objects::nonNull).toList();
  }

  /** The ids from the root down to this one. */
  public List<UUID> idsTo(CategoryView category) {
    return pathTo(category).stream().map(CategoryView::id).toList();
  }

  /** True if nothing new is put there, or anywhere below one above it. */
  public boolean isArchived(CategoryView category) {
    return pathTo(category).stream().anyMatch(CategoryView::archived);
  }

  /** This one and all below it. */
  public List<UUID> branch(CategoryView category) {
    return all.stream()
        .filter(one -> one.path().contains(category.slug()))
        .map(CategoryView::id)
        .toList();
  }
}
