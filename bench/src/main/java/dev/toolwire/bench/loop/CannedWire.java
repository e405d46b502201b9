package dev.toolwire.bench.loop;

import dev.toolwire.model.Reply;

/// What a [CannedServer] has to know of a wire.
public interface CannedWire {

  /// Stands in the path of each of its requests.
  String path();

  /// Stands in the head or the body of a request to the model whose call has the long input.
  String longInputMark();

  /// Stands in the head or the body of a request for a stream.
  String streamMark();

  /// Stands in the body of a request once for each result of a tool.
  String resultMark();

  /// A whole HTTP response.
  byte[] unary(Reply reply);

  /// A whole HTTP response that is a stream.
  byte[] streamed(Reply reply);
}
