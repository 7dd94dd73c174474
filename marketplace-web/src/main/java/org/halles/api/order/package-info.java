/** Orders for buyers, vendors and operators. */
package org.halles.api.order;
