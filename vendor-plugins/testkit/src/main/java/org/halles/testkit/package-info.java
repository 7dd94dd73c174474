/**
 * Contract tests for plugins. Extend the one of your extension point in your own tests, hand it
 * your plugin, run it with JUnit 5: what it checks is what Halles relies on, and a failure says
 * which promise was broken, with what, and what to do.
 */
package org.halles.testkit;
