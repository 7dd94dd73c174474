/** A commission that falls as a vendor sells more. */
package org.halles.plugins.volume;
