package dev.toolwire.conversation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// Where the content of an [Image] or a [Document] is.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "source")
public sealed interface MediaSource {

  /// In the message itself.
  record Inline(Blob data) implements MediaSource {}

  /// In Amazon S3. `bucketOwner` is an account number, or empty for the caller's own.
  record S3(String uri, String bucketOwner) implements MediaSource {}

  /// At an address that the provider fetches; Converse has no such thing.
  record Url(String url) implements MediaSource {}

  /// Plain text in place of bytes; documents only.
  record PlainText(String text) implements MediaSource {}

  /// Text in chunks that can be cited one by one; documents only.
  record Chunks(List<String> texts) implements MediaSource {
    public Chunks {
      texts = List.copyOf(texts);
    }
  }
}
