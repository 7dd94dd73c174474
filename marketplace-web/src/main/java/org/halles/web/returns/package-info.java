/** Goods that go back, on the pages of buyers, vendors and operators. */
package org.halles.web.returns;
