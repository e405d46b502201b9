package dev.toolwire.provider;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/// Where Bedrock is: the address of its runtime, and the region to sign for. An address is `http`
/// or `https`, a host, perhaps a port and a path.
///
/// @see <a href="https://docs.aws.amazon.com/general/latest/gr/bedrock.html">Bedrock endpoints</a>
public record BedrockEndpoint(URI uri, String region) {

  /// The variables that say where it is; the first that is set counts.
  static final String RUNTIME_URL = "AWS_ENDPOINT_URL_BEDROCK_RUNTIME";

  static final String ANY_URL = "AWS_ENDPOINT_URL";

  /// The region when only an endpoint is configured: something has to be signed for.
  static final String DEFAULT_REGION = "us-east-1";

  public BedrockEndpoint {
    Environment.requireAddress(uri, "the endpoint of Bedrock");
    requireRegion(region);
  }

  /// The endpoint that the environment asks for, by the variables that every AWS SDK reads:
  /// `AWS_ENDPOINT_URL_BEDROCK_RUNTIME`, `AWS_ENDPOINT_URL`, `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`,
  /// `AWS_REGION`, `AWS_DEFAULT_REGION`, `AWS_USE_FIPS_ENDPOINT`, `AWS_USE_DUALSTACK_ENDPOINT`, and
  /// after those the SDK's own chain for regions.
  ///
  /// @throws IllegalArgumentException if that is contradictory or not enough
  public static BedrockEndpoint from(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    boolean fips = environment.flag("AWS_USE_FIPS_ENDPOINT");
    boolean dualStack = environment.flag("AWS_USE_DUALSTACK_ENDPOINT");
    Optional<URI> custom = customUri(environment);
    Optional<String> region = environment.first("AWS_REGION", "AWS_DEFAULT_REGION");
    if (custom.isPresent()) {
      if (fips || dualStack) {
        throw new IllegalArgumentException(
            "a custom endpoint cannot be combined with "
                + (fips ? "AWS_USE_FIPS_ENDPOINT" : "AWS_USE_DUALSTACK_ENDPOINT")
                + "; unset one of the two");
      }
      return new BedrockEndpoint(custom.get(), region.orElse(DEFAULT_REGION));
    }
    return regional(region.orElseGet(BedrockEndpoint::regionOfTheSdk), fips, dualStack);
  }

  /// The public endpoint of a region.
  public static BedrockEndpoint regional(String region, boolean fips, boolean dualStack) {
    requireRegion(region);
    String service = fips ? "bedrock-runtime-fips" : "bedrock-runtime";
    String domain = dualStack ? dualStackDomain(region) : domain(region);
    return new BedrockEndpoint(
        URI.create("https://" + service + "." + region + "." + domain), region);
  }

  private static void requireRegion(String region) {
    if (!region.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException(
          "\"" + region + "\" is no AWS region; a region looks like us-east-1");
    }
  }

  private static String domain(String region) {
    var metadata = Region.of(region).metadata();
    return metadata != null
        ? metadata.partition().dnsSuffix()
        : region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  }

  private static String dualStackDomain(String region) {
    return region.startsWith("cn-") ? "api.amazonwebservices.com.cn" : "api.aws";
  }

  private static Optional<URI> customUri(Environment environment) {
    return environment.flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
        ? Optional.empty()
        : environment.uri(RUNTIME_URL).or(() -> environment.uri(ANY_URL));
  }

  /// Reads an endpoint that a person wrote; `where` says where it stands.
  ///
  /// @throws IllegalArgumentException if it is no absolute `http` or `https` address
  public static URI endpoint(String text, String where) {
    return Environment.address(text, where);
  }

  private static String regionOfTheSdk() {
    try {
      return new DefaultAwsRegionProviderChain().getRegion().id();
    } catch (SdkClientException none) {
      throw new IllegalArgumentException(
          "no AWS region: set AWS_REGION, or region in the AWS configuration file", none);
    }
  }
}
