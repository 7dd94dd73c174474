package org.halles.marketplace.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Checks {@link Allowed} before a use case begins, outside its transaction. */
@Allowed
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class AllowedInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private CurrentCaller current;

  @AroundInvoke
  Object check(InvocationContext invocation) throws Exception {
    Allowed allowed = invocation.getMethod().getAnnotation(Allowed.class);
    if (allowed == null) {
      allowed = invocation.getMethod().getDeclaringClass().getAnnotation(Allowed.class);
    }
    Caller caller = current.get();
    if (allowed != null && Arrays.stream(allowed.value()).noneMatch(caller::is)) {
      throw caller.accountId() == null
          ? NotAllowed.signInFirst()
          : NotAllowed.missingRole(
              Arrays.stream(allowed.value()).map(Role::name).collect(Collectors.joining(" or ")));
    }
    return invocation.proceed();
  }
}
