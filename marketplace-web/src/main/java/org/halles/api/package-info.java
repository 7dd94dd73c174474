/**
 * The REST contract at {@code /api/v1}. A resource decodes, calls a use case and encodes;
 * everything that all resources share lives here, in {@code json} and in {@code problem}.
 *
 * <p>For whoever writes a resource:
 *
 * <ul>
 *   <li>Put it in {@code org.halles.api.<feature>}, annotate it {@code @Path}, {@code @Produces}
 *       and {@code @Consumes} JSON, {@code @RequestScoped}; inject use cases by constructor, and
 *       give it a public constructor without arguments besides: RESTEasy looks for one.
 *   <li>Bodies are records. A member that the record does not have is refused with a violation that
 *       names it, so nothing can be smuggled in. Constrain them with Bean Validation and take them
 *       as {@code @Valid @NotNull}; all violations are answered at once.
 *   <li>Ids in paths are {@code UUID} parameters: a malformed one is a 404 like an unknown one.
 *   <li>A list takes {@link org.halles.api.Slice} as {@code @BeanParam} and returns {@code
 *       Page<View>}; the {@code Link} header is added.
 *   <li>An edit answers with {@link org.halles.api.ETags#of} and reads {@code If-Match} with {@link
 *       org.halles.api.ETags#expected}.
 *   <li>Never catch a refusal: {@code org.halles.api.problem} turns every exception into a problem
 *       document. Never look at {@code Authorization}: the caller is already set.
 *   <li>{@code Idempotency-Key} is honoured on every POST without any code of yours.
 * </ul>
 */
package org.halles.api;
