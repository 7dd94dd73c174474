/**
 * Who is asking, and what they may do: accounts, sign-in, tokens, roles. Every public use-case
 * method says with {@link org.halles.marketplace.identity.Allowed} who may call it.
 */
package org.halles.marketplace.identity;
