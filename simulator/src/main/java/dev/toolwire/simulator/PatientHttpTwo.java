package dev.toolwire.simulator;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.http2.Http2Config;
import io.helidon.webserver.http2.Http2ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/// HTTP/2 that finishes its answers although the client has said goodbye.
///
/// A client that sends GOAWAY opens no more streams, but waits for those that are open (RFC 9113,
/// 6.8). The AWS SDK for JavaScript sends it as soon as it has the head of an answer. Helidon 4
/// then closes the connection (its issue 12341), so it is not shown that frame; the connection ends
/// when the client closes it.
final class PatientHttpTwo implements ServerConnectionSelector {

  private final ServerConnectionSelector helidon =
      Http2ConnectionSelector.builder().http2Config(Http2Config.create()).build();

  @Override
  public int bytesToIdentifyConnection() {
    return helidon.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData start) {
    return helidon.supports(start);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return helidon.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    return helidon.connection(new WithReader(context, withoutGoodbyes(context.dataReader())));
  }

  private static DataReader withoutGoodbyes(DataReader all) {
    GoAwayFilter filter = new GoAwayFilter();
    return DataReader.create(() -> {
      byte[] kept = new byte[0];
      while (kept.length == 0) {
        all.ensureAvailable();
        kept = filter.keep(all.readBytes(all.available()));
      }
      return kept;
    });
  }

  /// A connection whose bytes are read elsewhere.
  private record WithReader(ConnectionContext connection, DataReader dataReader)
      implements ConnectionContext {

    @Override
    public ListenerContext listenerContext() {
      return connection.listenerContext();
    }

    @Override
    public ExecutorService executor() {
      return connection.executor();
    }

    @Override
    public DataWriter dataWriter() {
      return connection.dataWriter();
    }

    @Override
    public Router router() {
      return connection.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
      return connection.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
      return connection.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
      return connection.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
      return connection.localPeer();
    }

    @Override
    public boolean isSecure() {
      return connection.isSecure();
    }

    @Override
    public String socketId() {
      return connection.socketId();
    }

    @Override
    public String childSocketId() {
      return connection.childSocketId();
    }
  }
}
