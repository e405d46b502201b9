package dev.toolwire.provider;

import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;

/// Which HTTP proxy stands on the way to a host, if any. What is secure goes through a tunnel
/// (`CONNECT`), so that the proxy sees no more than the host's name.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-connect">RFC 9110, CONNECT</a>
public final class Proxies {

  /// The way to a host.
  ///
  /// @param authorization what the proxy is told of who is asking
  record Way(HttpHost host, HttpRoute route, Optional<String> authorization) {

    @Override
    public String toString() {
      return route.toString();
    }
  }

  private record Proxy(HttpHost host, Optional<String> authorization) {}

  private static final Proxies OF_JVM = new Proxies(Optional.empty(), Optional.empty(), List.of());

  private final Optional<Proxy> forHttp;
  private final Optional<Proxy> forHttps;
  private final List<String> without;

  private Proxies(Optional<Proxy> forHttp, Optional<Proxy> forHttps, List<String> without) {
    this.forHttp = forHttp;
    this.forHttps = forHttps;
    this.without = without;
  }

  /// Those of the JVM: the properties `http.proxyHost`, `https.proxyHost` and their like, or what
  /// its `ProxySelector` says.
  public static Proxies ofJvm() {
    return OF_JVM;
  }

  /// Those of the variables `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in capitals or not; if
  /// neither of the first two is set, those of the JVM.
  ///
  /// A proxy is an address like `http://user:password@proxy.example:3128`. `NO_PROXY` lists, with
  /// commas between them, hosts that are reached directly: a name stands for all names below it as
  /// well, and `*` for every host. Loopback addresses always are.
  ///
  /// @throws IllegalArgumentException if a proxy is no such address
  public static Proxies fromEnvironment(Map<String, String> environment) {
    Optional<Proxy> http = variable(environment, "HTTP_PROXY").map(Proxies::http);
    Optional<Proxy> https = variable(environment, "HTTPS_PROXY").map(Proxies::https);
    if (http.isEmpty() && https.isEmpty()) {
      return OF_JVM;
    }
    String without = variable(environment, "NO_PROXY").orElse("");
    return new Proxies(
        http,
        https,
        Arrays.stream(without.toLowerCase(Locale.ROOT).split(","))
            .map(String::strip)
            .map(name -> name.startsWith("*.") ? name.substring(2) : name)
            .map(name -> name.startsWith(".") ? name.substring(1) : name)
            .filter(name -> !name.isEmpty())
            .toList());
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Stream.of(name, name.toLowerCase(Locale.ROOT))
        .map(spelling -> environment.getOrDefault(spelling, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static Proxy http(String address) {
    return read("HTTP_PROXY", address);
  }

  private static Proxy https(String address) {
    return read("HTTPS_PROXY", address);
  }

  private static Proxy read(String variable, String address) {
    try {
      URI uri = new URI(address.contains("://") ? address.strip() : "http://" + address.strip());
      if (uri.getHost() != null
          && uri.getPort() <= Environment.HIGHEST_PORT
          && "http".equalsIgnoreCase(uri.getScheme())) {
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return new Proxy(
            new HttpHost("http", uri.getHost(), port),
            Optional.ofNullable(uri.getRawUserInfo()).map(Proxies::basic));
      }
    } catch (URISyntaxException _) {
      // Told below, without the address: it may hold a password.
    }
    throw new IllegalArgumentException(
        variable + " is no address like http://proxy.example:3128; only HTTP proxies are spoken");
  }

  private static String basic(String userInfo) {
    String plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    String pair = plain.contains(":") ? plain : plain + ":";
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  Way to(HttpHost host) throws HttpException {
    return this == OF_JVM ? asTheJvmSays(host) : asToldHere(host);
  }

  private static Way asTheJvmSays(HttpHost host) throws HttpException {
    var planner = new SystemDefaultRoutePlanner(ProxySelector.getDefault());
    return new Way(
        host, planner.determineRoute(host, HttpClientContext.create()), Optional.empty());
  }

  private Way asToldHere(HttpHost host) {
    boolean secure = host.getSchemeName().equalsIgnoreCase("https");
    HttpHost target = RoutingSupport.normalize(host, DefaultSchemePortResolver.INSTANCE);
    return (secure ? forHttps : forHttp)
        .filter(_ -> !isDirect(host.getHostName().toLowerCase(Locale.ROOT)))
        .map(proxy ->
            new Way(host, new HttpRoute(target, null, proxy.host(), secure), proxy.authorization()))
        .orElseGet(() -> new Way(host, new HttpRoute(target, null, secure), Optional.empty()));
  }

  private boolean isDirect(String name) {
    boolean loopback =
        name.equals("localhost") || name.startsWith("127.") || name.matches("\\[?::1]?");
    return loopback
        || without.stream()
            .anyMatch(said -> said.equals("*") || name.equals(said) || name.endsWith("." + said));
  }
}
