/** The value added tax that consumers of the European Union pay, contained in every price. */
package org.halles.plugins.euvat;
