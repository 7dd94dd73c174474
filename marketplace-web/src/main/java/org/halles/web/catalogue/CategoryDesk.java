package org.halles.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryEditing;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Approval;
import org.halles.marketplace.vendor.VendorView;
import org.halles.web.ui.Say;
import org.omnifaces.util.Faces;
import org.primefaces.event.NodeSelectEvent;
import org.primefaces.event.SelectEvent;
import org.primefaces.event.TreeDragDropEvent;
import org.primefaces.model.TreeNode;

/** The operator arranges the tree: one category is open beside it. */
@Named
@ViewScoped
public class CategoryDesk implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Categories categories;
  @Inject private CategoryEditing editing;
  @Inject private Approval approval;
  @Inject private Branches branches;
  @Inject private AskedDesk asked;
  @Inject private Say say;

  private TreeNode<String> root;
  private TreeNode<String> selected;
  private CategoryForm form;
  private String find;
  private final Map<String, String> faults = new HashMap<>();

  @PostConstruct
  void begin() {
    draw(Set.of());
    String slug = Faces.getRequestParameter("category");
    categories.find(slug == null ? "" : slug).ifPresent(this::open);
  }

  private void draw(Set<String> open) {
    root = CategoryNodes.of(categories.tree(), open);
  }

  /** Draws the tree with this category in sight and in the form. */
  private void open(CategoryView category) {
    Set<String> open = new HashSet<>(CategoryNodes.opened(root));
    open.addAll(category.path().subList(0, category.path().size() - 1));
    draw(open);
    edit(category);
  }

  private void edit(CategoryView category) {
    faults.clear();
    mark(category.slug());
    form =
        CategoryForm.of(category, branches.way(parentOf(category)), editing.named(category.id()));
    asked.open(category);
  }

  private void mark(String slug) {
    if (selected != null) {
      selected.setSelected(false);
    }
    selected = CategoryNodes.find(root, slug);
    if (selected != null) {
      selected.setSelected(true);
    }
  }

  private static String parentOf(CategoryView category) {
    int depth = category.path().size();
    return depth < 2 ? null : category.path().get(depth - 2);
  }

  /** Somebody chose a node. */
  public void chosen(NodeSelectEvent event) {
    categories.find(String.valueOf(event.getTreeNode().getData())).ifPresent(this::edit);
  }

  /** Somebody looked for a category and found it. */
  public void found(SelectEvent<String> event) {
    branches.at(event.getObject()).ifPresent(this::open);
    find = null;
  }

  /** Somebody dragged a node to another place. */
  public void dropped(TreeDragDropEvent event) {
    String slug = String.valueOf(event.getDragNode().getData());
    String parent = String.valueOf(event.getDropNode().getData());
    move(slug, parent.isEmpty() ? null : parent, event.getDropIndex());
  }

  /** One place up or down among its neighbours. */
  public void shift(int by) {
    CategoryTree tree = categories.tree();
    tree.find(form.getSlug())
        .ifPresent(
            one -> {
              String parent = parentOf(one);
              List<CategoryView> neighbours =
                  parent == null ? tree.roots() : tree.below(tree.find(parent).orElseThrow());
              move(one.slug(), parent, Math.max(0, neighbours.indexOf(one) + by));
            });
  }

  private void move(String slug, String parent, int place) {
    if (say.trying(() -> editing.move(slug, parent, place))) {
      say.done("catalogue.moved");
    }
    categories.find(slug).ifPresent(this::open);
  }

  /** A new category at the root. */
  public void beginAtRoot() {
    write(null);
  }

  /** A new category below the one that is open. */
  public void beginBelow() {
    write(branches.way(form.getSlug()));
  }

  private void write(String way) {
    faults.clear();
    form = CategoryForm.below(way);
    asked.close();
    if (selected != null) {
      selected.setSelected(false);
    }
  }

  public void save() {
    String parent =
        form.getParent() == null
            ? null
            : branches.at(form.getParent()).map(CategoryView::slug).orElse(form.getParent());
    CategoryView[] kept = new CategoryView[1];
    if (say.trying(
        faults,
        () ->
            kept[0] =
                form.isNew()
                    ? editing.add(form.input(parent))
                    : editing.rewrite(form.getSlug(), form.input(parent)))) {
      say.done("catalogue.saved");
      open(kept[0]);
    }
  }

  /** Nothing new is put there, or again. */
  public void archive(boolean archived) {
    form.setArchived(archived);
    save();
  }

  public List<String> categoriesLike(String typed) {
    return branches.like(typed);
  }

  /** Slugs of vendors whose name or slug has these words. */
  public List<String> vendorsLike(String typed) {
    return approval.list(null, typed, Paging.of(10, null)).items().stream()
        .map(VendorView::slug)
        .toList();
  }

  /** The category of a node. */
  public CategoryView at(String slug) {
    return categories.find(slug).orElse(null);
  }

  /** How many categories there are. */
  public int getCount() {
    return categories.all().size();
  }

  public TreeNode<String> getRoot() {
    return root;
  }

  public TreeNode<String> getSelected() {
    return selected;
  }

  public void setSelected(TreeNode<String> selected) {
    this.selected = selected;
  }

  public CategoryForm getForm() {
    return form;
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  /** What is wrong with the vendors who are named. */
  public String getVendorsFault() {
    return faults.entrySet().stream()
        .filter(one -> one.getKey().startsWith("vendors"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  public String getFind() {
    return find;
  }

  public void setFind(String find) {
    this.find = find;
  }
}
