package org.halles.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.halles.api.Api;

/** Which part of the site a path belongs to. */
final class Paths {

  private Paths() {}

  /** The decoded path of a request. */
  static String of(HttpServletRequest request) {
    String more = request.getPathInfo();
    return more == null ? request.getServletPath() : request.getServletPath() + more;
  }

  static boolean isApi(String path) {
    return isOrBelow(path, Api.ROOT);
  }

  static boolean isPortal(String path) {
    return isOrBelow(path, "/vendor") || isOperator(path);
  }

  static boolean isOperator(String path) {
    return isOrBelow(path, "/operator");
  }

  /** Files that are the same for everybody. */
  static boolean isAsset(String path) {
    return isOrBelow(path, "/assets")
        || isOrBelow(path, "/media")
        || isOrBelow(path, "/stall-colours");
  }

  /** True for pages that act on an account by plain forms. */
  static boolean isOfAccount(String path) {
    return path.matches("/[a-z]{2}/(account|sign-out)(/.*)?");
  }

  private static boolean isOrBelow(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
