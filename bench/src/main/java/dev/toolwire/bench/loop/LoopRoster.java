package dev.toolwire.bench.loop;

import dev.toolwire.tool.ToolTraits;
import java.io.IOException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// Who takes part. The first is the yardstick of every ratio.
public enum LoopRoster {
  SOCKET,
  /// As it comes: each tool on a thread of its own.
  TOOLWIRE,
  /// The tools that count and multiply say that they only compute.
  TOOLWIRE_INLINE,
  AWS_APACHE,
  AWS_URL,
  AWS_NETTY;

  public LoopContender open(int port, boolean signed) throws IOException {
    return switch (this) {
      case SOCKET -> new SocketLoop(port);
      case TOOLWIRE -> ToolwireLoop.converse(port, signed, ToolTraits.DEFAULTS);
      case TOOLWIRE_INLINE -> ToolwireLoop.converse(port, signed, ToolTraits.DEFAULTS.asInline());
      case AWS_APACHE -> new AwsSyncLoop(port, signed, ApacheHttpClient.create());
      case AWS_URL -> new AwsSyncLoop(port, signed, UrlConnectionHttpClient.create());
      case AWS_NETTY -> new AwsAsyncLoop(port, signed);
    };
  }

  boolean streams() {
    return switch (this) {
      case SOCKET, TOOLWIRE, TOOLWIRE_INLINE, AWS_NETTY -> true;
      case AWS_APACHE, AWS_URL -> false;
    };
  }

  boolean signs() {
    return this != SOCKET;
  }
}
