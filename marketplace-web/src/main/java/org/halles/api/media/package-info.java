/** Pictures that vendors send over HTTP. */
package org.halles.api.media;
