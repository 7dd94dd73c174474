/** Commission by the plan a vendor is a member of. */
package org.halles.plugins.membership;
