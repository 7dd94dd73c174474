/**
 * Tests of the whole marketplace: the real EAR in a real WildFly on a real PostgreSQL.
 *
 * <ul>
 *   <li>{@code http}: programs that use the public contract over HTTP, through {@link
 *       org.halles.it.Shop}. All of them share one server with the demo on; a test therefore makes
 *       what it needs (a cart, a vendor) and never counts what others may add to.
 *   <li>{@code browser}: people, played by Playwright on the same shared server, through {@link
 *       org.halles.it.Browsers}.
 *   <li>{@code container}: classes that Arquillian puts into the web archive of the EAR, to see the
 *       beans from inside. They have a server and an empty database of their own; the deployment
 *       method is always {@code return RealEar.with(ThisIT.class);}.
 * </ul>
 *
 * <p>Run one test: {@code mvn verify -pl marketplace-ear -am -Dit.test=CheckoutIT
 * -Dfailsafe.failIfNoSpecifiedTests=false -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false}.
 * Another port range: {@code -Dhalles.it.offset=4000 -Dhalles.it.management-port=13990
 * -Dhalles.it.database-port=19432}.
 */
package org.halles.it;
