package org.halles.spi;

import java.util.Optional;

/**
 * An extension that an operator can configure: shipping rates with a table, a gateway with its
 * keys. Commission rules need it not: each rule has a configuration of its own.
 *
 * <p><b>Life cycle.</b> Halles draws a form (and a JSON schema) from the record, checks and keeps
 * what is typed, for everybody or for a country, a category or a vendor, and asks for the extension
 * that works so by {@link #with}, once per configuration. Until somebody configures it, the bean
 * works as the container made it: let it do something sensible then.
 *
 * <p><b>Contract.</b> {@link #with} is pure: it answers a new object of the same extension point
 * under the same name and leaves this one alone; equal configurations make extensions that answer
 * alike. All extensions of one plugin that can be configured share one record. Its components may
 * be texts, whole numbers, booleans, enums, {@link Rate}, {@link Money}, {@link Secret}, records of
 * these, and lists of all of them but secrets, which need a record around them to be kept
 * encrypted; {@link Setting} says how each is asked for. Check everything in the compact
 * constructor and name everything that is wrong at once, each fault beginning with the component's
 * name and separated by a semicolon and a space, so that it can be shown beside its field.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class ParcelTable implements ShippingRates, Configurable<ParcelTable.Table> {
 *   public Class<Table> configurationType() { return Table.class; }
 *   public ShippingRates with(Table table) { return new ParcelTable(table); }
 *   ...
 * }
 * }</pre>
 *
 * @param <C> the configuration
 */
public interface Configurable<C extends Record> {

  /** The record that configures this plugin. */
  Class<C> configurationType();

  /**
   * What holds until somebody types something else, to be shown in the form; empty if that cannot
   * be said as a configuration. Never with a secret in it.
   */
  default Optional<C> usual() {
    return Optional.empty();
  }

  /**
   * The same extension, working under this configuration.
   *
   * @return an object of the same extension point under the same name
   */
  Object with(C configuration);
}
