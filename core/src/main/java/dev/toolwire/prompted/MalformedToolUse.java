package dev.toolwire.prompted;

import dev.toolwire.model.Model;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;

/// Asks again when a model garbles a native call so that its provider cannot read it.
///
/// Bedrock says so with the stop reasons `malformed_tool_use` and `malformed_model_output`, or with
/// the error 424 (`ModelErrorException`, in a stream `modelStreamErrorException`), as it does for
/// Amazon Nova. The answer begins anew then, with another `MessageStart`. When the budget is spent,
/// a call that stands in the text of the last answer is taken from there; if there is none, whoever
/// asked gets what the provider said.
///
/// @param retries how often to ask again; 0 or more
/// @see <a href="https://docs.aws.amazon.com/nova/latest/userguide/tool-use-troubleshooting.html">
///   Nova: troubleshooting tool calls</a>
public record MalformedToolUse(Model inner, int retries) implements Model {

  /// As often as is worth the money: what a model garbles twice it tends to garble always.
  public static final int RETRIES = 2;

  public MalformedToolUse {
    if (retries < 0) {
      throw new IllegalArgumentException("retries is " + retries + ", expected 0 or more");
    }
  }

  public MalformedToolUse(Model inner) {
    this(inner, RETRIES);
  }

  @Override
  public ModelStream open(ModelRequest request) {
    ModelStream first = inner.open(request);
    return request.tools().isEmpty() ? first : new MalformedToolUseStream(this, request, first);
  }
}
