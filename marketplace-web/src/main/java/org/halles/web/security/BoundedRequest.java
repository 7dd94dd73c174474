package org.halles.web.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.halles.api.problem.BodyTooLarge;

/** A request whose body ends in a refusal where it grows beyond a bound. */
class BoundedRequest extends HttpServletRequestWrapper {

  private final int largest;

  BoundedRequest(HttpServletRequest request, int largest) {
    super(request);
    this.largest = largest;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Bounded(super.getInputStream());
  }

  private final class Bounded extends ServletInputStream {

    private final ServletInputStream body;
    private long read;

    Bounded(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int count = body.read(buffer, from, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int more) throws BodyTooLarge {
      read += more;
      if (read > largest) {
        throw new BodyTooLarge(largest);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
