package dev.toolwire.simulator;

import io.helidon.http.Headers;
import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.encoding.ContentEncodingContextConfig;
import java.util.NoSuchElementException;

/// Bodies go as they are, as [NoMedia] has it and for the same reason.
final class NoEncodings implements ContentEncodingContext {

  @Override
  public boolean contentEncodingEnabled() {
    return false;
  }

  @Override
  public boolean contentDecodingEnabled() {
    return false;
  }

  @Override
  public boolean contentEncodingSupported(String id) {
    return false;
  }

  @Override
  public boolean contentDecodingSupported(String id) {
    return false;
  }

  @Override
  public ContentEncoder encoder(String id) {
    throw new NoSuchElementException("no encoding " + id);
  }

  @Override
  public ContentDecoder decoder(String id) {
    throw new NoSuchElementException("no encoding " + id);
  }

  @Override
  public ContentEncoder encoder(Headers headers) {
    return ContentEncoder.NO_OP;
  }

  @Override
  public ContentEncodingContextConfig prototype() {
    throw new UnsupportedOperationException("there are no encodings to be configured");
  }
}
