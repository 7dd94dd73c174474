/**
 * The pages of the market. {@link org.halles.web.Routes} lists every address and the view that
 * answers it; {@link org.halles.web.Router} leads requests there in the right language.
 */
package org.halles.web;
