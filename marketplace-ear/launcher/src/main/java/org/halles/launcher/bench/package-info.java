/**
 * Measures a running marketplace from outside: buyers in a closed loop, what they wait, what the
 * server and PostgreSQL spend on them, and what the same statements cost without a marketplace.
 */
package org.halles.launcher.bench;
