/**
 * What the operator keeps of a sale: rules with versions, scopes and an explicit order, and the
 * engine that turns plugins' proposals into amounts.
 */
package org.halles.marketplace.commission;
