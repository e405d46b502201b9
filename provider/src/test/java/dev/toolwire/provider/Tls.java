package dev.toolwire.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// A server's certificate, made for this run of the tests by the JDK's `keytool`, and those who
/// trust it.
final class Tls {

  private static final String PASSWORD = "changeit";

  private static final SSLContext CONTEXT = context();

  private Tls() {}

  /// For a client that trusts the certificate and no other.
  static SSLContext client() {
    return CONTEXT;
  }

  /// Speaks TLS, as the server, on a connection that has been spoken on in the clear.
  static Loopback.Connection behind(Loopback.Connection connection) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            CONTEXT
                .getSocketFactory()
                .createSocket(connection.socket(), InputStream.nullInputStream(), true);
    socket.setUseClientMode(false);
    return new Loopback.Connection(socket);
  }

  private static SSLContext context() {
    try {
      Path folder = Files.createTempDirectory("toolwire-tls");
      Path file = folder.resolve("server.p12");
      makeKeys(file);
      KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
      Files.delete(file);
      Files.delete(folder);
      return context(keys);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException(unusable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static void makeKeys(Path file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Collections.addAll(
        command,
        ("-genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=toolwire-test"
                + " -ext san=dns:bedrock.test,ip:127.0.0.1 -storetype PKCS12 -storepass "
                + PASSWORD)
            .split(" "));
    Collections.addAll(command, "-keystore", file.toString());
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, null);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory others =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }
}
