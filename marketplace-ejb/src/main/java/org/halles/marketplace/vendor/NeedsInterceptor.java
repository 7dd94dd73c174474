package org.halles.marketplace.vendor;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.util.Arrays;

/** Checks {@link Needs} before a use case begins, outside its transaction. */
@Needs
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 1)
class NeedsInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;

  @AroundInvoke
  Object check(InvocationContext invocation) throws Exception {
    Needs needs = invocation.getMethod().getAnnotation(Needs.class);
    if (needs == null) {
      needs = invocation.getMethod().getDeclaringClass().getAnnotation(Needs.class);
    }
    if (needs != null) {
      Permission wanted = needs.value();
      Arrays.stream(invocation.getParameters())
          .filter(VendorScope.class::isInstance)
          .map(VendorScope.class::cast)
          .forEach(scope -> scope.require(wanted));
    }
    return invocation.proceed();
  }
}
