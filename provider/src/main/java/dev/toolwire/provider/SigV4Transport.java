package dev.toolwire.provider;

import dev.toolwire.model.CredentialsException;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/// Signs each request with AWS Signature Version 4, by the AWS SDK's own signer, with credentials
/// that are asked for anew each time, so that expiring ones are renewed.
///
/// @param region the region to sign for
/// @param service the signing name, such as `bedrock`; not always a part of the host name
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">Signature
///   Version 4</a>
public record SigV4Transport(
    Transport inner, AwsCredentialsProvider credentials, String region, String service)
    implements Transport {

  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

  @Override
  public Exchange open(WireRequest request) {
    return inner.open(signed(request));
  }

  private WireRequest signed(WireRequest request) {
    AwsCredentials identity = resolve();
    var signed =
        SIGNER.sign(sign ->
            sign.identity(identity)
                .request(unsigned(request))
                .payload(() -> new ByteArrayInputStream(request.body()))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    Headers headers = Headers.NONE;
    for (Map.Entry<String, List<String>> field : signed.request().headers().entrySet()) {
      for (String value : field.getValue()) {
        // The connection writes its own Host, which is the one that was signed.
        if (!field.getKey().equalsIgnoreCase("host")) {
          headers = headers.and(field.getKey(), value);
        }
      }
    }
    return request.withHeaders(headers);
  }

  private AwsCredentials resolve() {
    try {
      return credentials.resolveCredentials();
    } catch (SdkClientException none) {
      throw new CredentialsException(
          "no AWS credentials: looked at system properties, AWS_ACCESS_KEY_ID and"
              + " AWS_SECRET_ACCESS_KEY, profiles, web identity, container and instance roles;"
              + " set one of them, or AWS_BEARER_TOKEN_BEDROCK for a Bedrock API key",
          none);
    }
  }

  private static SdkHttpRequest unsigned(WireRequest request) {
    SdkHttpRequest.Builder http =
        SdkHttpRequest.builder()
            .uri(request.uri())
            .encodedPath(request.uri().getRawPath())
            .method(SdkHttpMethod.fromValue(request.method()));
    request.headers().forEach(http::appendHeader);
    return http.build();
  }
}
