package dev.toolwire.bench.http;

import dev.toolwire.bench.harness.Target;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/// Who takes part. The first is the yardstick of every ratio.
enum Roster {
  SOCKET("plain socket"),
  APACHE("Apache HttpClient, tuned"),
  APACHE_UNTUNED("Apache HttpClient as it comes"),
  APACHE_CORE("Apache HttpCore alone"),
  OKHTTP("OkHttp"),
  HELIDON("Helidon WebClient"),
  JDK("JDK HttpClient");

  final String title;

  Roster(String title) {
    this.title = title;
  }

  /// The contender, ready to send.
  ///
  /// @param trust the trust behind the target's TLS, for clients that ask for it separately
  Contender open(Target target, Optional<X509TrustManager> trust) {
    return switch (this) {
      case SOCKET -> new SocketContender(target);
      case APACHE -> ApacheContender.tuned(target);
      case APACHE_UNTUNED -> ApacheContender.untuned(target);
      case APACHE_CORE -> new ApacheCoreContender(target);
      case OKHTTP -> new OkHttpContender(target, trust);
      case HELIDON -> new HelidonContender(target);
      case JDK -> new JdkContender(target);
    };
  }
}
