package org.halles.marketplace.attribute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.halles.marketplace.shared.Checklist;

/** Goes through what a category shall ask for. */
final class AssignmentChecks {

  private static final int MOST = 60;

  private final AttributeBook book;

  AssignmentChecks(AttributeBook book) {
    this.book = book;
  }

  List<Assignment> check(List<Assignment> given) {
    Checklist checklist = new Checklist();
    List<Assignment> checked = new ArrayList<>();
    if (given == null) {
      checklist.reject("attributes", "is missing: give a list, empty for none", null);
    } else if (given.size() > MOST) {
      checklist.reject("attributes", "may be at most " + MOST, given.size());
    } else {
      Set<String> seen = new HashSet<>();
      for (int index = 0; index < given.size(); index++) {
        one(checklist, "attributes[" + index + "]", given.get(index), seen, checked);
      }
    }
    checklist.done();
    return checked;
  }

  private void one(
      Checklist checklist,
      String path,
      Assignment given,
      Set<String> seen,
      List<Assignment> checked) {
    String code = given == null ? null : given.attribute();
    AttributeView attribute = code == null ? null : book.find(code).orElse(null);
    if (attribute == null || attribute.archived()) {
      checklist.reject(path + ".attribute", "is no attribute in use", code);
    } else if (!seen.add(code)) {
      checklist.reject(path + ".attribute", "is there twice", code);
    } else {
      checked.add(
          new Assignment(
              code, Boolean.TRUE.equals(given.required()), Boolean.TRUE.equals(given.axis())));
    }
  }
}
