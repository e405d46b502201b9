package dev.toolwire.bench.loop;

import java.io.IOException;

/// A program that asks once, over a bare socket, and prints the answer.
public final class BareAsk {

  public static final String MODEL = Peppers.MODEL;
  public static final String QUESTION = Peppers.QUESTION;

  private BareAsk() {}

  /// Argument: port of the server.
  public static void main(String[] args) throws IOException {
    try (LoopContender socket = new SocketLoop(Integer.parseInt(args[0]))) {
      System.out.println(socket.ask(MODEL, true));
    }
  }
}
