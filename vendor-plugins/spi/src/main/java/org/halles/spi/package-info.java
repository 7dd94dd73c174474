/**
 * The extension points of Halles and the records they speak in.
 *
 * <p>A plugin is a jar with CDI beans that implement one or more of these interfaces, a {@code
 * META-INF/beans.xml}, and a {@code META-INF/halles-plugin.properties} that says who it is. It
 * depends on this package and on nothing else of Halles; this package depends on the JDK only.
 *
 * <p>Rules that hold everywhere here: money is {@link org.halles.spi.Money} in integer minor units,
 * ratios are {@link org.halles.spi.Rate}, instants are UTC, no parameter or result is ever {@code
 * null} unless its documentation says so, and whatever Halles hands in is immutable.
 */
package org.halles.spi;
