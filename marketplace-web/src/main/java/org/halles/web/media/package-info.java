/** Pictures and other stored files over HTTP. */
package org.halles.web.media;
