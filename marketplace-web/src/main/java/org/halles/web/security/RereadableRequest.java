package org.halles.web.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A request whose body was read whole, and can be read again. */
class RereadableRequest extends HttpServletRequestWrapper {

  private final byte[] body;

  RereadableRequest(HttpServletRequest request) throws IOException {
    super(request);
    this.body = request.getInputStream().readAllBytes();
  }

  byte[] body() {
    return body;
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream again = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return again.read();
      }

      @Override
      public int read(byte[] buffer, int from, int length) {
        return again.read(buffer, from, length);
      }

      @Override
      public boolean isFinished() {
        return again.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("the body has been read already");
      }
    };
  }
}
