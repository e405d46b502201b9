package dev.toolwire.bench.loop;

import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// Who takes part. The first is the yardstick of every ratio.
enum LoopRoster {
  SOCKET,
  TOOLWIRE,
  AWS_APACHE,
  AWS_URL,
  AWS_NETTY;

  LoopContender open(int port, boolean signed) throws java.io.IOException {
    return switch (this) {
      case SOCKET -> new SocketLoop(port);
      case TOOLWIRE -> new ToolwireLoop(port, signed);
      case AWS_APACHE -> new AwsSyncLoop(port, signed, ApacheHttpClient.create());
      case AWS_URL -> new AwsSyncLoop(port, signed, UrlConnectionHttpClient.create());
      case AWS_NETTY -> new AwsAsyncLoop(port, signed);
    };
  }

  boolean streams() {
    return switch (this) {
      case SOCKET, TOOLWIRE, AWS_NETTY -> true;
      case AWS_APACHE, AWS_URL -> false;
    };
  }

  boolean signs() {
    return this != SOCKET;
  }
}
