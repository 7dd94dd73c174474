package org.halles.web.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.omnifaces.util.Beans;
import org.primefaces.model.DefaultTreeNode;
import org.primefaces.model.LazyDefaultTreeNode;
import org.primefaces.model.TreeNode;

/**
 * The tree as the page shows it: each node is a slug, and a branch is read only when somebody opens
 * it, for a taxonomy has thousands of them.
 */
final class CategoryNodes {

  private CategoryNodes() {}

  /** A tree with these branches open. */
  static TreeNode<String> of(CategoryTree tree, Set<String> open) {
    TreeNode<String> root = new DefaultTreeNode<>("", null);
    tree.roots().forEach(one -> root.getChildren().add(node(one.slug())));
    open(root, open);
    return root;
  }

  private static TreeNode<String> node(String slug) {
    return new LazyDefaultTreeNode<>(slug, CategoryNodes::below, CategoryNodes::isLeaf);
  }

  private static void open(TreeNode<String> node, Set<String> open) {
    for (TreeNode<String> child : node.getChildren()) {
      if (open.contains(child.getData())) {
        child.setExpanded(true);
        open(child, open);
      }
    }
  }

  /** The branches that are open, so that they stay so when the tree is drawn anew. */
  static Set<String> opened(TreeNode<String> node) {
    Set<String> open = new HashSet<>();
    if (node != null && (node.getParent() == null || node.isExpanded())) {
      open.add(node.getData());
      node.getChildren().forEach(child -> open.addAll(opened(child)));
    }
    return open;
  }

  /** The node of a slug, in the branches that are open. */
  static TreeNode<String> find(TreeNode<String> node, String slug) {
    for (TreeNode<String> child : node.getChildren()) {
      if (child.getData().equals(slug)) {
        return child;
      }
      TreeNode<String> below = child.isExpanded() ? find(child, slug) : null;
      if (below != null) {
        return below;
      }
    }
    return null;
  }

  private static CategoryTree tree() {
    return Beans.getReference(Categories.class).tree();
  }

  private static List<String> below(String slug) {
    CategoryTree tree = tree();
    return new ArrayList<>(
        tree.find(slug).map(tree::below).orElse(List.of()).stream()
            .map(CategoryView::slug)
            .toList());
  }

  private static Boolean isLeaf(String slug) {
    return below(slug).isEmpty();
  }
}
