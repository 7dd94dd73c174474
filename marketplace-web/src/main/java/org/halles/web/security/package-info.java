/**
 * The gatehouse: every request passes here before a page or a resource sees it.
 *
 * <p>The filters, in the order of {@code web.xml}: {@link org.halles.web.security.Headers} (what
 * browsers may do with an answer), {@link org.halles.web.security.PageTrouble} (exceptions of pages
 * become friendly pages), {@link org.halles.web.security.SoundRequests} (size and encoding), {@link
 * org.halles.web.security.WhoAsks} (cookie or bearer token becomes the caller), {@link
 * org.halles.web.security.SameSite} (no form of a foreign site), {@link
 * org.halles.web.security.PortalGate} (portals are for people who signed in), {@link
 * org.halles.web.security.SameAnswer} (idempotency keys of the API).
 *
 * <p>For authors of pages:
 *
 * <ul>
 *   <li>Who is asking: inject {@code CurrentCaller}; in a view {@code #{person.signedIn}}, {@code
 *       #{person.name}}.
 *   <li>A plain form is {@code <form method="post">} with {@code <input type="hidden" name="csrf"
 *       value="#{csrf.token}"/>}. The Origin of every POST is checked anyway; the token is demanded
 *       on pages of the account, and checked wherever it is sent. It is empty for a visitor without
 *       a session, so that a public page can be cached.
 *   <li>Let refusals fly: {@code NotFound} is the 404 page, missing sign-in leads to the sign-in
 *       page and back, the rest has its page too. Catch only what you show beside a field.
 *   <li>Lead to an address that came from outside only through {@link
 *       org.halles.web.security.SafePath}.
 *   <li>No inline script, no inline style, no foreign host on a public page: the browser refuses
 *       them.
 * </ul>
 */
package org.halles.web.security;
