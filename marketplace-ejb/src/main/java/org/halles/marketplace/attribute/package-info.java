/**
 * What is said about things: the dictionary of attributes and their values in every language, and
 * which category asks for which. Knows categories by their ids only.
 */
package org.halles.marketplace.attribute;
