package org.halles.marketplace.identity;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a use case: any one of these roles suffices; {@link Role#ADMIN} and {@link
 * Role#SYSTEM} always do. A method that takes a {@code VendorScope} is guarded by that value, which
 * only a checked membership can make, and declares {@link Role#SIGNED_IN}.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Allowed {

  /** The roles of which one is needed. */
  @Nonbinding
  Role[] value() default {};
}
