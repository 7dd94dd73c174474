package org.halles.plugincheck;

import java.util.regex.Pattern;

/**
 * A field or method.
 *
 * @param owner the name of the class it is asked of
 * @param signature its name and descriptor: {@code kept()Lorg/halles/spi/Money;} for a method, with
 *     a colon between for a field
 */
record Member(String owner, String signature) {

  private static final Pattern DESCRIPTOR = Pattern.compile("[(:].*");

  /** As people name it: the type without its package, and a method with brackets. */
  String inWords() {
    String type = owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.');
    String name = DESCRIPTOR.matcher(signature).replaceFirst("");
    if (name.equals("<init>")) {
      return "this constructor of " + type;
    }
    return type + "." + name + (signature.contains("(") ? "()" : "");
  }
}
