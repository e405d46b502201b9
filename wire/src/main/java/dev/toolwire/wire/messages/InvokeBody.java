package dev.toolwire.wire.messages;

import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.wire.RequestBodies;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// The body of a request as Bedrock's InvokeModel takes it: without the model, which is in the
/// path, and with the version and the feature flags, which are headers elsewhere.
///
/// @see <a
///   href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html">
///   Anthropic Claude Messages in the Bedrock user guide</a>
public final class InvokeBody {

  /// What InvokeModel calls the older version of Messages.
  public static final String VERSION = "bedrock-2023-05-31";

  private InvokeBody() {}

  /// What the body calls a version: the older one has a name of its own here.
  static String word(MessagesVersion version) {
    return version == MessagesVersion.V2023_06_01 ? VERSION : version.header();
  }

  /// The version of a body for a model. Bedrock takes the newest for Claude 4.7 and later only,
  /// which are those that take no sampling parameters; of models that are no Claude nothing is
  /// known to be refused.
  ///
  /// @see <a href="https://platform.claude.com/docs/en/api/migration-2026-10-21">Migration</a>
  static MessagesVersion version(String word, ModelProfile profile) {
    boolean older = profile.family().startsWith("Claude") && profile.sampling();
    return word.equals(MessagesVersion.V2026_10_21.header()) && !older
        ? MessagesVersion.V2026_10_21
        : MessagesVersion.V2023_06_01;
  }

  /// Writes such bodies.
  public static RequestBodies bodies() {
    return new RequestWriter.Form(MessagesVersion.V2023_06_01, InvokeBody::head).bodies();
  }

  private static void head(JsonGenerator out, ModelRequest request, ModelProfile profile) {
    out.writeStringProperty(RequestWriter.VERSION, VERSION);
    List<String> betas = MessagesCodec.betas(request, profile);
    if (!betas.isEmpty()) {
      out.writeArrayPropertyStart(RequestWriter.BETAS);
      betas.forEach(out::writeString);
      out.writeEndArray();
    }
  }
}
