package org.halles.marketplace.demo;

import java.util.List;
import java.util.stream.Stream;
import org.halles.marketplace.shared.Texts;

/** A category of the demo with those below it; {@code children} is null in a leaf. */
record DemoCategory(String slug, Texts name, String taxClass, List<DemoCategory> children) {

  List<DemoCategory> below() {
    return children == null ? List.of() : children;
  }

  /** This one, then all below it. */
  Stream<DemoCategory> all() {
    return Stream.concat(Stream.of(this), below().stream().flatMap(DemoCategory::all));
  }
}
