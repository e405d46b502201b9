package dev.toolwire.bench.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/// The server of the measurement, run as a process of its own so that the client's CPU time is the
/// client's alone. It prints the ports of HTTP, HTTPS and the side line, and ends when its standard
/// input does.
///
/// The side line is a bare connection next to HTTP: every byte the client sends on it allows one
/// more chunk of `/lockstep`, and every byte the server sends on it says that a `/hang` or
/// `/silence` was cut by the client.
public final class LoopbackServer {

  static final int BACKLOG = 4096;

  private final Semaphore allowedChunks = new Semaphore(0);
  private final AtomicReference<OutputStream> sideLine =
      new AtomicReference<>(OutputStream.nullOutputStream());

  private LoopbackServer() {}

  /// Arguments: the key store of the certificate.
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    LoopbackServer server = new LoopbackServer();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket http = new ServerSocket(0, BACKLOG, loopback);
    ServerSocket https =
        Certificate.context(Path.of(args[0]))
            .getServerSocketFactory()
            .createServerSocket(0, BACKLOG, loopback);
    ServerSocket side = new ServerSocket(0, 1, loopback);
    server.accept(http, server::serve);
    server.accept(https, server::serve);
    server.accept(side, server::listen);
    System.out.println(
        http.getLocalPort() + " " + https.getLocalPort() + " " + side.getLocalPort());
    while (System.in.read() >= 0) {
      // Waits for the parent's end.
    }
    System.exit(0);
  }

  private interface Service {
    void take(Socket socket) throws IOException, InterruptedException;
  }

  private void accept(ServerSocket listener, Service service) {
    Thread.ofPlatform()
        .start(() -> {
          while (true) {
            try {
              Socket socket = listener.accept();
              socket.setTcpNoDelay(true);
              Thread.ofPlatform().start(() -> run(service, socket));
            } catch (IOException failed) {
              System.err.println("accept: " + failed);
              return;
            }
          }
        });
  }

  private static void run(Service service, Socket socket) {
    try (socket) {
      service.take(socket);
    } catch (IOException cutByTheClient) {
      // An aborted exchange is a scenario here, not a fault.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Socket socket) throws IOException, InterruptedException {
    new ServedConnection(socket, allowedChunks, this::tellCut).serve();
  }

  private void tellCut() throws IOException {
    OutputStream out = sideLine.get();
    out.write('x');
    out.flush();
  }

  private void listen(Socket socket) throws IOException {
    sideLine.set(socket.getOutputStream());
    allowedChunks.drainPermits();
    while (socket.getInputStream().read() >= 0) {
      allowedChunks.release();
    }
  }
}
