/** Signing in, opening an account, and looking after one's own. */
package org.halles.web.account;
