package org.halles.api.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the body of a PUT: members that the answer to GET has and nobody edits. They may come back, so
 * that a program reads a thing, changes what it wants and sends the whole; what they say is not
 * looked at. Any other member that the request does not have is still refused.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface SentBack {

  /** Their places, without indexes: {@code status}, {@code variants.id}. */
  String[] value();
}
