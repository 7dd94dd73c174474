/**
 * Checks a plugin's jar before it comes near a marketplace: what can be seen without running it,
 * whether a container finds its beans, and whether they keep the contracts of the testkit.
 */
package org.halles.plugincheck;
