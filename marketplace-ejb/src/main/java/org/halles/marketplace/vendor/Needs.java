package org.halles.marketplace.vendor;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the {@link VendorScope} handed to a use case must allow: the member's role, the API key's
 * scopes, and whether an operator only looks through the vendor's eyes. Every use case that takes a
 * scope says what it needs.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {

  /** The permission without which it is refused. */
  @Nonbinding
  Permission value() default Permission.STOREFRONT_READ;
}
