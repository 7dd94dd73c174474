/** People who send buyers here: who they are, what they are offered, what they earned. */
package org.halles.marketplace.affiliate;
