package org.halles.web.security;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A response that is held back until it is stored: an answer once seen must be found again. */
class HeldResponse extends HttpServletResponseWrapper {

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final ServletOutputStream stream = new Held();
  private PrintWriter writer;
  private boolean leftToTheServer;

  HeldResponse(HttpServletResponse response) {
    super(response);
  }

  String text() {
    flushWriter();
    return body.toString(StandardCharsets.UTF_8);
  }

  /** The server refused the request by itself, and answers with a page that is not held. */
  boolean isLeftToTheServer() {
    return leftToTheServer;
  }

  /** Lets it go. */
  void release() throws IOException {
    if (leftToTheServer) {
      return;
    }
    flushWriter();
    getResponse().setContentLength(body.size());
    body.writeTo(getResponse().getOutputStream());
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return stream;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
    }
    return writer;
  }

  @Override
  public void sendError(int status) throws IOException {
    leftToTheServer = true;
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    leftToTheServer = true;
    super.sendError(status, message);
  }

  @Override
  public void flushBuffer() {
    // not yet
  }

  @Override
  public void resetBuffer() {
    body.reset();
  }

  @Override
  public void setContentLength(int length) {
    // known when it is let go
  }

  @Override
  public void setContentLengthLong(long length) {
    // known when it is let go
  }

  private void flushWriter() {
    if (writer != null) {
      writer.flush();
    }
  }

  private final class Held extends ServletOutputStream {
    @Override
    public void write(int next) {
      body.write(next);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      body.write(bytes, from, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("a held response is written at once");
    }
  }
}
