/** Pages about plugins: for whom each is on, and the forms of their configurations. */
package org.halles.web.plugin;
